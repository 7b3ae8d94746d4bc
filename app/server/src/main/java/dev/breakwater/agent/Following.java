package dev.breakwater.agent;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Follows what changes about hosts, in one thread with a connection of its own: at once when the database rings, else four times a second.
 * The server is not ready before it has read all hosts.
 */
@Component
@Order(0)
class Following implements SmartLifecycle, ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(Following.class);
    private static final int LOOK_MILLIS = 250;
    private static final int LONGEST_PAUSE_MILLIS = 2_000;
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(5);

    private final DataSource database;
    private final CatchingUp catchingUp;
    private final Memory memory;
    private volatile boolean running;
    private @Nullable Thread follower;

    Following(DataSource database, CatchingUp catchingUp, Memory memory) {
        this.database = database;
        this.catchingUp = catchingUp;
        this.memory = memory;
    }

    /** Holds readiness back. A server that cannot read its hosts in time serves without: it asks the database for each poll. */
    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        var until = memory.now() + LONGEST_LOAD.toNanos();
        while (isRunning() && !memory.isLoaded() && memory.now() - until < 0) {
            Thread.sleep(10);
        }
    }

    private void follow() {
        while (isRunning()) {
            try (var connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException failure) {
                pause(failure);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        var changes = new HostChanges(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        var bell = connection.unwrap(PGConnection.class);
        try {
            changes.listen();
            while (isRunning()) {
                catchingUp.with(changes);
                bell.getNotifications(LOOK_MILLIS);
            }
        } finally {
            forgetBell(connection);
        }
    }

    private static void forgetBell(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("unlisten *");
        } catch (SQLException broken) {
            log.debug("The connection is gone, and its bell with it", broken);
        }
    }

    private void pause(Exception failure) {
        if (isRunning()) {
            log.warn(
                    "Cannot follow what changes about hosts, asking the database for each poll: {}",
                    failure.getMessage());
            try {
                Thread.sleep(ThreadLocalRandom.current().nextInt(LOOK_MILLIS, LONGEST_PAUSE_MILLIS));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void start() {
        running = true;
        follower = Thread.ofPlatform().name("host-changes").daemon().start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        if (follower != null) {
            follower.interrupt();
            join(follower);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofMillis(4 * LOOK_MILLIS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
