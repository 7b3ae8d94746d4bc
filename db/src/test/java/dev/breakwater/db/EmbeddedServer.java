package dev.breakwater.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;

/** The product's own embedded PostgreSQL; kept in {@code target} from run to run, so that only the first pays for its creation. */
final class EmbeddedServer {
    private static final Path KEPT = Path.of("target", "test-database");

    private EmbeddedServer() {}

    static Optional<TestServer> start() {
        var postgres = startUnlessInUse();
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        var server = TestServer.at(
                "the embedded PostgreSQL",
                postgres.url(),
                new TestServer.Login(Cluster.SUPERUSER, postgres.password()),
                new TestServer.Login(EmbeddedPostgres.USER, postgres.password()));
        dropLeftovers(server);
        return Optional.of(server);
    }

    private static EmbeddedPostgres startUnlessInUse() {
        try {
            return EmbeddedPostgres.start(KEPT);
        } catch (EmbeddedDatabaseFailed inUse) {
            return EmbeddedPostgres.start(KEPT.resolveSibling(
                    "test-database-" + ProcessHandle.current().pid()));
        }
    }

    private static void dropLeftovers(TestServer server) {
        var names = new ArrayList<String>();
        try (var connection = server.administration();
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery(
                    "SELECT datname FROM pg_database WHERE datname LIKE '%s%%'".formatted(TestDatabase.PREFIX));
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        names.forEach(name -> new TestDatabase(server, name).close());
    }
}
