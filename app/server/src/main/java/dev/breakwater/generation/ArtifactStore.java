package dev.breakwater.generation;

import dev.breakwater.web.Limit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Artifacts come in hundreds of thousands: written in one statement, read in pages. */
@Repository
class ArtifactStore {
    private final JdbcClient jdbc;

    ArtifactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Numbered(
            int ordinal, @Nullable String host, @Nullable String selector, String ref) {
        Artifact artifact() {
            return new Artifact(host, selector, ref);
        }
    }

    private record Count(UUID generationId, int artifacts) {}

    void insert(GenerationId generation, List<Artifact> artifacts) {
        jdbc.sql("""
                        insert into artifacts (generation_id, ordinal, host_name, selector, ref)
                        select :generation, a.ordinal, a.host, a.selector, a.ref
                        from unnest(cast(:hosts as text[]), cast(:selectors as text[]), cast(:refs as text[]))
                             with ordinality as a (host, selector, ref, ordinal)""")
                .param("generation", generation.value())
                .param("hosts", artifacts.stream().map(Artifact::host).toArray(String[]::new))
                .param("selectors", artifacts.stream().map(Artifact::selector).toArray(String[]::new))
                .param("refs", artifacts.stream().map(Artifact::ref).toArray(String[]::new))
                .update();
    }

    List<Numbered> list(GenerationId generation, long after, Limit limit) {
        return jdbc.sql("""
                        select ordinal, host_name as host, selector, ref from artifacts
                        where generation_id = :generation and ordinal > :after order by ordinal limit :limit""")
                .param("generation", generation.value())
                .param("after", after)
                .param("limit", limit.plusOne())
                .query(new SimplePropertyRowMapper<>(Numbered.class))
                .list();
    }

    Map<UUID, Integer> count(Collection<UUID> generations) {
        return jdbc
                .sql("""
                        select generation_id, count(*) as artifacts from artifacts
                        where generation_id = any(:generations) group by generation_id""")
                .param("generations", generations.toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(Count.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::generationId, Count::artifacts));
    }

    boolean namesHosts(GenerationId generation) {
        return jdbc.sql(
                        "select exists (select from artifacts where generation_id = :generation and host_name is not null)")
                .param("generation", generation.value())
                .query(Boolean.class)
                .single();
    }

    /** The refs of hosts that have artifacts of their own, by their names. */
    Map<String, String> named(GenerationId generation, Collection<String> hostNames) {
        var refs = HashMap.<String, String>newHashMap(hostNames.size());
        jdbc.sql(
                        "select host_name, ref from artifacts where generation_id = :generation and host_name = any(:names) order by ordinal")
                .param("generation", generation.value())
                .param("names", hostNames.toArray(String[]::new))
                .query(row -> {
                    refs.put(row.getString("host_name"), row.getString("ref"));
                });
        return refs;
    }

    /** Those that are for no host by its name. */
    List<Artifact> forSelectors(GenerationId generation) {
        return jdbc
                .sql("""
                        select ordinal, host_name as host, selector, ref from artifacts
                        where generation_id = :generation and host_name is null order by ordinal""")
                .param("generation", generation.value())
                .query(new SimplePropertyRowMapper<>(Numbered.class))
                .list()
                .stream()
                .map(Numbered::artifact)
                .toList();
    }
}
