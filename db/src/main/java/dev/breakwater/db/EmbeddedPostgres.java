package dev.breakwater.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL in the data directory, for as long as this object is open. It listens on the loopback address only,
 * under one port for its whole life, and is started again by its own thread whenever it ends without having been asked to.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The role of the application: owner of its database, not a superuser. */
    public static final String USER = "breakwater";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    // below the range from which Linux picks the ports of outgoing connections, so that a restart finds it free again
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_000;
    private static final long LOG_LIMIT_BYTES = 10_000_000;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final DataDirectory data;
    private final Binaries binaries;
    private final Account account;
    private final Sessions sessions;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Postmaster postmaster;
    private volatile boolean closed;

    private EmbeddedPostgres(DataDirectory data, Binaries binaries, Account account, Sessions sessions) {
        this.data = data;
        this.binaries = binaries;
        this.account = account;
        this.sessions = sessions;
    }

    /** Starts PostgreSQL in the folder, which is created if need be; blocks until it answers. */
    public static EmbeddedPostgres start(Path folder) {
        var data = DataDirectory.open(folder);
        try {
            return start(data);
        } catch (IOException | RuntimeException e) {
            closeQuietly(data);
            throw e instanceof EmbeddedDatabaseFailed failed
                    ? failed
                    : new EmbeddedDatabaseFailed("PostgreSQL cannot be started in %s: %s".formatted(folder, e), e);
        }
    }

    private static EmbeddedPostgres start(DataDirectory data) throws IOException {
        var binaries = Binaries.unpackedIn(data.binaries());
        var account = Account.of(data.cluster());
        Cluster.prepare(data, binaries, account);
        if (Files.exists(data.log()) && Files.size(data.log()) > LOG_LIMIT_BYTES) {
            Files.delete(data.log());
        }
        var postgres = new EmbeddedPostgres(data, binaries, account, new Sessions(freePort(), data.password()));
        postgres.startWatched();
        log.info(
                "Embedded PostgreSQL keeps its data in {} and listens on {}", data.root(), postgres.sessions.url(USER));
        return postgres;
    }

    private void startWatched() throws IOException {
        try {
            startOnce();
            sessions.createApplication(USER);
        } catch (IOException | RuntimeException e) {
            stop();
            throw e;
        }
        Thread.ofPlatform().daemon().name("postgresql-watch").start(this::watch);
    }

    private void startOnce() throws IOException {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            postmaster = Postmaster.start(data, binaries, account, sessions.port());
        } finally {
            lock.unlock();
        }
        sessions.awaitReady(postmaster::isAlive, data.log());
    }

    private void watch() {
        try {
            while (!closed) {
                if (postmaster != null) {
                    postmaster.awaitEnd();
                }
                restart();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() throws InterruptedException {
        for (var attempt = 0; !closed; attempt++) {
            try {
                log.warn("PostgreSQL ended by itself; starting it again (attempt {})", attempt + 1);
                startOnce();
                log.info("PostgreSQL answers again");
                return;
            } catch (IOException | RuntimeException e) {
                log.error("PostgreSQL did not start: {}", e.getMessage());
                Thread.sleep(pause(attempt));
            }
        }
    }

    private static Duration pause(int attempt) {
        var longest = Math.min(LONGEST_PAUSE.toMillis(), 100L << Math.min(attempt, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }

    private static int freePort() throws IOException {
        for (var attempt = 0; attempt < 100; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException taken) {
                log.debug("Port {} is taken", port, taken);
            }
        }
        throw new IOException("No free port between %d and %d".formatted(FIRST_PORT, LAST_PORT));
    }

    /** The JDBC address of the application's own database. */
    public String url() {
        return sessions.url(USER);
    }

    public String password() {
        return sessions.password();
    }

    @Override
    public void close() {
        stop();
        closeQuietly(data);
    }

    private void stop() {
        closed = true;
        lock.lock();
        try {
            if (postmaster != null) {
                postmaster.stop();
            }
        } catch (IOException e) {
            log.warn("PostgreSQL was not asked to stop", e);
        } finally {
            lock.unlock();
        }
    }

    private static void closeQuietly(DataDirectory data) {
        try {
            data.close();
        } catch (IOException e) {
            log.warn("The lock of {} was not released", data.root(), e);
        }
    }
}
