package dev.breakwater.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of this JVM's tests: the one that {@code BREAKWATER_TEST_DATABASE_URL} names, else one in Docker, else the
 * embedded one. {@code BREAKWATER_TEST_DATABASE=url|docker|embedded} leaves no choice: it is that one or an error.
 */
record TestServer(String name, String before, String after, Login administrator, Login application) {
    private static final Logger log = LoggerFactory.getLogger(TestServer.class);

    record Login(String user, String password) {}

    private record Kind(String name, Supplier<Optional<TestServer>> start) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("url", () -> named(System.getenv())),
            new Kind("docker", DockerServer::start),
            new Kind("embedded", EmbeddedServer::start));

    private static final class Chosen {
        private static final TestServer SERVER = choose(System.getenv("BREAKWATER_TEST_DATABASE"));
    }

    static TestServer chosen() {
        return Chosen.SERVER;
    }

    static TestServer choose(String forced) {
        var kinds = forced == null || forced.isBlank() ? KINDS.stream() : only(forced);
        var server = kinds.flatMap(kind -> kind.start().get().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "BREAKWATER_TEST_DATABASE=%s, but that PostgreSQL is not there".formatted(forced)));
        log.info("Tests run against {}", server.name());
        return server;
    }

    private static Stream<Kind> only(String name) {
        return Stream.of(KINDS.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "BREAKWATER_TEST_DATABASE is url, docker or embedded, not " + name)));
    }

    static Optional<TestServer> named(Map<String, String> environment) {
        var url = environment.getOrDefault("BREAKWATER_TEST_DATABASE_URL", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        var login = new Login(
                environment.getOrDefault("BREAKWATER_TEST_DATABASE_USERNAME", "postgres"),
                environment.getOrDefault("BREAKWATER_TEST_DATABASE_PASSWORD", ""));
        return Optional.of(at("the PostgreSQL of BREAKWATER_TEST_DATABASE_URL", url, login, login));
    }

    /** A server, given the address of any of its databases. */
    static TestServer at(String name, String url, Login administrator, Login application) {
        var database = url.indexOf('/', "jdbc:postgresql://".length()) + 1;
        var options = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        return new TestServer(name, url.substring(0, database), url.substring(options), administrator, application);
    }

    String url(String database) {
        return before + database + after;
    }

    Connection administration() throws SQLException {
        return DriverManager.getConnection(url("postgres"), administrator.user(), administrator.password());
    }
}
