package dev.breakwater.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Runs against whichever PostgreSQL was chosen; the build runs it against each of them. */
class TestDatabaseIT {
    @Test
    void it_is_the_one_that_was_asked_for() {
        var names = Map.of(
                "url", "the PostgreSQL of BREAKWATER_TEST_DATABASE_URL",
                "docker", "postgres:18 in Docker",
                "embedded", "the embedded PostgreSQL");
        var forced = System.getenv("BREAKWATER_TEST_DATABASE");
        try (var database = TestDatabase.fresh()) {
            assertThat(database.server().name()).isIn(forced == null ? names.values() : List.of(names.get(forced)));
        }
    }

    @Test
    void the_schema_is_created_once_without_superuser_rights_and_then_left_alone() {
        try (var database = TestDatabase.fresh()) {
            var flyway = flyway(database);
            assertThat(flyway.migrate().migrationsExecuted)
                    .isEqualTo(flyway.info().applied().length);
            assertThat(flyway.migrate().migrationsExecuted).isZero();
        }
    }

    @Test
    void two_databases_do_not_see_each_other() throws SQLException {
        try (var one = TestDatabase.fresh();
                var other = TestDatabase.fresh()) {
            flyway(one).migrate();
            try (var connection = other.connect();
                    var statement = connection.createStatement();
                    var tables = statement.executeQuery("SELECT 1 FROM pg_tables WHERE schemaname = 'public'")) {
                assertThat(tables.next()).isFalse();
            }
        }
    }

    @Test
    void a_closed_database_is_gone() {
        var database = TestDatabase.fresh();
        database.close();
        assertThatThrownBy(database::connect).hasMessageContaining("does not exist");
    }

    private static Flyway flyway(TestDatabase database) {
        return Flyway.configure()
                .dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .load();
    }
}
