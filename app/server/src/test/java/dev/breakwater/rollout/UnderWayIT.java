package dev.breakwater.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.rollout.Scene.Stage;
import dev.breakwater.rollout.engine.Phase;
import dev.breakwater.rollout.engine.Phase.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which phases are an end is said once in Java and once in SQL. */
@BreakwaterIT
class UnderWayIT {
    @Autowired
    private Stage stage;

    @Test
    void sql_and_the_engine_agree_on_which_phases_are_an_end() {
        leaves(Phase.class).forEach(phase -> {
            var ended = Ended.class.isAssignableFrom(phase);
            var draft = phase.equals(Phase.Draft.class);
            assertThat(asked("phase_is_over", phase)).as(phase.getSimpleName()).isEqualTo(ended);
            assertThat(asked("phase_is_under_way", phase))
                    .as(phase.getSimpleName())
                    .isEqualTo(!ended && !draft);
        });
    }

    @Test
    void the_index_on_rollouts_under_way_serves_those_who_ask_by_the_function() {
        var plan = stage.transactions().execute(_ -> {
            stage.jdbc().sql("set local enable_seqscan = off").update();
            return String.join("\n", explain("select id from rollouts where phase_is_under_way(phase) order by id"));
        });
        assertThat(plan).contains("rollouts_running").doesNotContain("phase_is_under_way", "Filter");
    }

    @Test
    void no_statement_lists_the_phases_itself() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile).filter(UnderWayIT::lists))
                    .isEmpty();
        }
    }

    private static boolean lists(Path source) {
        try {
            return Files.readString(source).contains("'CANCELLED', 'SUPERSEDED'");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private boolean asked(String function, Class<?> phase) {
        var name = phase.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return stage.jdbc()
                .sql("select %s(:phase)".formatted(function))
                .param("phase", name)
                .query(Boolean.class)
                .single();
    }

    private List<String> explain(String statement) {
        return stage.jdbc().sql("explain " + statement).query(String.class).list();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(UnderWayIT::leaves) : Stream.of(type);
    }
}
