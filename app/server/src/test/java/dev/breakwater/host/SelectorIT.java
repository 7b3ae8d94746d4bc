package dev.breakwater.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@BreakwaterIT
class SelectorIT {
    private static final List<String> KEYS = List.of("a", "b", "in", "x.io/c");
    private static final List<String> VALUES = List.of("", "1", "2", "A_b.c-d");

    @Autowired
    private JdbcClient jdbc;

    @Test
    void sql_and_java_choose_the_same_hosts_whatever_the_selector() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var fleet = new ArrayList<Map<String, String>>();
        for (var i = 0; i < 60; i++) {
            fleet.add(labels(random));
        }
        for (var round = 0; round < 300; round++) {
            var text = selector(random);
            var selector = Selector.parse(text);
            var expected = new TreeSet<Integer>();
            for (var i = 0; i < fleet.size(); i++) {
                if (selector.matches(fleet.get(i))) {
                    expected.add(i);
                }
            }
            assertThat(chosenBySql(selector, fleet))
                    .as("seed %d, selector %s", seed, text)
                    .isEqualTo(expected);
        }
    }

    private Set<Integer> chosenBySql(Selector selector, List<Map<String, String>> fleet) {
        var sql = selector.sql("labels");
        var documents = fleet.stream().map(SelectorIT::json).toArray(String[]::new);
        return jdbc
                .sql("""
                        select number - 1 from unnest(cast(:fleet as jsonb[])) with ordinality as hosts (labels, number)
                        where %s""".formatted(sql.where()))
                .param("fleet", documents)
                .params(sql.params())
                .query(Integer.class)
                .list()
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Transactional
    void a_selector_for_a_value_uses_the_index_on_labels_once_there_are_many_hosts() {
        jdbc.sql("""
                        insert into hosts (id, name, platform, labels, machine_id, credential_hash, enrolled_at)
                        select gen_random_uuid(), 'index-' || n, 'nixos', jsonb_build_object('rack', 'r' || n % 2000), 'm',
                               sha256(convert_to('index-' || n, 'UTF8')), now()
                        from generate_series(1, 20000) n""").update();
        jdbc.sql("analyze hosts").update();
        var sql = Selector.parse("rack in (r1,r2),env!=prod").sql("labels");
        var plan = jdbc.sql("explain select id from hosts where deleted_at is null and " + sql.where())
                .params(sql.params())
                .query(String.class)
                .list();
        assertThat(plan).anyMatch(line -> line.contains("hosts_labels"));
    }

    private static String json(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> "\"%s\":\"%s\"".formatted(label.getKey(), label.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, String> labels(Random random) {
        var labels = new HashMap<String, String>();
        KEYS.stream().filter(_ -> random.nextBoolean()).forEach(key -> labels.put(key, pick(VALUES, random)));
        return labels;
    }

    private static String selector(Random random) {
        var requirements = new ArrayList<String>();
        for (var i = random.nextInt(4); i >= 0; i--) {
            requirements.add(requirement(pick(KEYS, random), random));
        }
        return String.join(",", requirements);
    }

    private static String requirement(String key, Random random) {
        var values = pick(VALUES, random) + "," + pick(VALUES, random);
        return switch (random.nextInt(6)) {
            case 0 -> key + "=" + pick(VALUES, random);
            case 1 -> key + "!=" + pick(VALUES, random);
            case 2 -> key + " in (" + values + ")";
            case 3 -> key + " notin (" + values + ")";
            case 4 -> "!" + key;
            default -> key;
        };
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
