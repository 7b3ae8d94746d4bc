package dev.breakwater.faults;

import dev.breakwater.Api;
import dev.breakwater.DebianPostgres;
import dev.breakwater.FreePort;
import dev.breakwater.jar.JarServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Three packaged servers, each with a network of its own to one PostgreSQL and to the one that may follow it. */
final class Replicas implements AutoCloseable {
    private static final int COUNT = 3;
    private static final String DATABASE = "breakwater";

    record Replica(JarServer server, Machine machine, List<Link> links) {
        void cut() {
            links.forEach(Link::cut);
        }

        void mend() {
            links.forEach(Link::mend);
        }
    }

    private final Path folder;
    private final List<Replica> replicas;
    private final int portOfNext;
    private DebianPostgres database;

    private Replicas(Path folder, DebianPostgres database, int portOfNext) throws IOException {
        this.folder = folder;
        this.database = database;
        this.portOfNext = portOfNext;
        this.replicas = new ArrayList<>();
        for (var index = 0; index < COUNT; index++) {
            replicas.add(launch(index));
        }
    }

    static Replicas start(Path folder) throws IOException {
        // PostgreSQL runs as another user than the one who runs the test
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var database = DebianPostgres.start(Files.createDirectory(folder.resolve("database")));
        database.createDatabase(DATABASE);
        var replicas = new Replicas(folder, database, FreePort.find());
        replicas.replicas.forEach(replica -> replica.server().awaitHealthy());
        return replicas;
    }

    private Replica launch(int index) throws IOException {
        var home = Files.createDirectory(folder.resolve("replica-" + index));
        var machine = Machine.in(home);
        var links = List.of(Link.to(database.port()), Link.to(portOfNext));
        var environment = new TreeMap<>(machine.environment());
        environment.putAll(Map.of(
                "JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                "SPRING_DATASOURCE_URL", url(links),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "BREAKWATER_SEALINGKEY", "A".repeat(43) + "=",
                "BREAKWATER_ADMIN_PASSWORD", "of-the-first-operator",
                "BREAKWATER_AGENT_LIVEPOLL", "PT1S",
                "BREAKWATER_AGENT_IDLEPOLL", "PT2S"));
        return new Replica(JarServer.launch(home, environment), machine, links);
    }

    /** As docs/operations.md tells for a database with a standby. */
    private static String url(List<Link> links) {
        return links.stream()
                .map(link -> "127.0.0.1:" + link.port())
                .collect(Collectors.joining(
                        ",", "jdbc:postgresql://", "/" + DATABASE + "?targetServerType=primary&hostRecheckSeconds=2"));
    }

    Replica first() {
        return replicas.getFirst();
    }

    Replica second() {
        return replicas.get(1);
    }

    Replica third() {
        return replicas.getLast();
    }

    List<Api> apis() {
        return replicas.stream().map(replica -> replica.server().api()).toList();
    }

    /** All of them, for a client that goes on to the next. */
    String urls() {
        return replicas.stream().map(replica -> replica.server().url()).collect(Collectors.joining(","));
    }

    DebianPostgres database() {
        return database;
    }

    JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(database.url(DATABASE)));
    }

    DebianPostgres standby() throws IOException {
        return database.standby(Files.createDirectory(folder.resolve("standby")), portOfNext);
    }

    /** The database is gone for good, and the standby takes over. */
    void failOver(DebianPostgres standby) {
        database.crash();
        standby.promote();
        database = standby;
    }

    @Override
    public void close() throws IOException {
        for (var replica : replicas) {
            replica.server().close();
            for (var link : replica.links()) {
                link.close();
            }
        }
        database.close();
    }
}
