package dev.breakwater.rollout.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.rollout.engine.policy.Limits;
import dev.breakwater.rollout.engine.policy.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RosterTest {

    @Test
    void a_host_comes_out_of_the_columns_as_it_went_in() {
        Candidate host = candidate(new UUID(7, 9), "väb-1", null, "é\uD83D\uDE00");
        Roster roster = Roster.of(List.of(host));
        assertThat(roster.move(0)).isEqualTo(new PlannedHost(host.id(), "väb-1", null, "é\uD83D\uDE00"));
        assertThat(roster.isMovable(0)).isTrue();
    }

    @Test
    void hosts_are_held_in_the_order_in_which_postgresql_sorts_ids() {
        UUID first = new UUID(1, -1);
        UUID second = new UUID(-1, 1);
        Roster roster = Roster.of(List.of(candidate(second, "b", null, "new"), candidate(first, "a", null, "new")));
        assertThat(List.of(roster.id(0), roster.id(1))).containsExactly(first, second);
        assertThatThrownBy(() -> roster.add(candidate(first, "a", null, "new")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_text_has_one_number_however_many_there_are() {
        Texts texts = new Texts();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 50_000; i++) {
                assertThat(texts.number("text-" + i)).isEqualTo(i);
            }
        }
        assertThat(texts.text(49_999)).isEqualTo("text-49999");
        assertThat(texts.compare(10, 9)).isNegative();
    }

    @Test
    void a_text_longer_than_a_chunk_is_kept() {
        Texts texts = new Texts();
        String longest = "x".repeat(1_000_000);
        int number = texts.number(longest);
        assertThat(texts.number("y")).isEqualTo(number + 1);
        assertThat(texts.text(number)).isEqualTo(longest);
    }

    @Test
    void hosts_are_drawn_by_all_bits_of_what_was_drawn() {
        Random chance = new Random(3);
        List<Candidate> hosts = IntStream.range(0, 5_000)
                .mapToObj(i -> candidate(new UUID(chance.nextLong(), chance.nextLong()), "h" + i, null, "new"))
                .toList();
        Roster roster = Roster.of(hosts);
        List<UUID> drawn =
                IntStream.of(Draw.order(roster, 11)).mapToObj(roster::id).toList();
        List<UUID> expected = new ArrayList<>(drawn);
        expected.sort(
                Comparator.comparingLong(id -> Draw.of(11, id.getMostSignificantBits(), id.getLeastSignificantBits())));
        assertThat(drawn).isEqualTo(expected).doesNotHaveDuplicates();
    }

    @Test
    void a_plan_is_walked_in_the_order_of_ids() {
        List<Candidate> hosts = IntStream.range(0, 100)
                .mapToObj(i -> candidate(new UUID(5, i), "h" + i, i % 10 == 0 ? "new" : "old", "new"))
                .toList();
        Plan plan = Fleets.plan(hosts, Fleets.policy(Spread.NONE, Limits.NONE, "10", "rest"), 1);
        List<UUID> walked = new ArrayList<>();
        int[] sizes = new int[2];
        plan.inOrder((row, id, wave, to) -> {
            assertThat(new UUID(5, row)).isEqualTo(id);
            assertThat(to).isEqualTo("new");
            walked.add(id);
            sizes[wave]++;
        });
        assertThat(walked).isSorted().hasSize(90);
        assertThat(sizes).containsExactly(10, 80);
        assertThat(plan.excluded()).extracting(Excluded::why).containsOnly("runs it already");
    }

    private static Candidate candidate(UUID id, String name, String from, String to) {
        return new Candidate(id, name, from, to, null, Set.of());
    }
}
