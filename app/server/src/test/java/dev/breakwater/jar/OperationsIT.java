package dev.breakwater.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.DebianPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of an installation with the scripts of {@code app/deploy/src/main/operations}: a database that an older version left behind is
 * backed up, the new jar upgrades it, and a drill proves the backup of that.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsIT {
    private static final String OLD_SCHEMA = "8";
    private static final String HOST = "0198c0de-0000-7000-8000-000000000001";

    @TempDir
    static Path folder;

    private DebianPostgres postgres;
    private OperationsScripts scripts;

    @BeforeAll
    void an_older_version_left_its_database() throws SQLException {
        postgres = DebianPostgres.start(folder);
        scripts = new OperationsScripts(postgres.port());
        postgres.createDatabase("fleet");
        Flyway.configure()
                .dataSource(postgres.url("fleet"), null, null)
                .target(OLD_SCHEMA)
                .load()
                .migrate();
        run("fleet", """
                insert into hosts (id, name, platform, machine_id, labels, credential_hash, enrolled_at)
                values ('%s', 'old-1', 'nixos', 'old-1', '{"env": "prod"}', sha256('x'), now() - interval '90 days')""".formatted(HOST));
    }

    @AfterAll
    void end() {
        postgres.close();
    }

    @Test
    @Order(1)
    void a_backup_is_whole_its_owners_alone_and_never_overwritten() throws Exception {
        var backup = folder.resolve("old.dump");
        assertThat(scripts.backup(backup).status()).isZero();
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(2);
        var again = scripts.backup(backup);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.output()).contains("exists already");
    }

    @Test
    @Order(2)
    void the_new_jar_serves_what_an_older_schema_holds() throws Exception {
        try (var server = JarServer.launch(folder, Map.of("SPRING_DATASOURCE_URL", postgres.url("fleet")))) {
            server.awaitHealthy();
            var host = server.api().get("/api/v1/hosts/" + HOST);
            assertThat(host.status()).as(host.body()).isEqualTo(200);
            assertThat(host.json().at("/labels/env").asString()).isEqualTo("prod");
        }
        assertThat(scripts.backup(folder.resolve("new.dump")).status()).isZero();
    }

    @Test
    @Order(3)
    void a_restore_is_refused_where_there_is_a_database_already() throws Exception {
        var refused = scripts.run("restore", folder.resolve("new.dump").toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains("not empty");
    }

    @Test
    @Order(4)
    void a_drill_restores_kills_and_checks_with_one_command_and_leaves_nothing_behind() throws Exception {
        var drill = scripts.run(
                "drill",
                folder.resolve("new.dump").toString(),
                JarServer.JAR.toAbsolutePath().toString());
        assertThat(drill.output())
                .contains("restored: schema", "1 hosts", "no invariant is violated", "the audit chain is whole")
                .contains("the backup is good");
        assertThat(drill.status()).isZero();
        assertThat(count("postgres", "select count(*) from pg_database where datname like 'breakwater_drill%'"))
                .isZero();
    }

    @Test
    @Order(5)
    void a_drill_with_what_is_no_backup_fails_and_says_why() throws Exception {
        var damaged = Files.writeString(folder.resolve("damaged"), "PGDMP and then nothing");
        var drill = scripts.run(
                "drill", damaged.toString(), JarServer.JAR.toAbsolutePath().toString());
        assertThat(drill.status()).isNotZero();
        assertThat(drill.output()).contains("nothing was restored");
    }

    @Test
    void no_script_is_given_a_secret_as_an_argument() throws Exception {
        try (var all = Files.list(OperationsScripts.FOLDER)) {
            assertThat(all)
                    .isNotEmpty()
                    .allSatisfy(script -> assertThat(script)
                            .content()
                            .doesNotContain("--password", "PGPASSWORD=", "-H \"Authorization", "-H 'Authorization"));
        }
    }

    private void run(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(database));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(database));
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
