package dev.breakwater.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Connections to the embedded PostgreSQL, made to see whether it answers and to set it up. */
record Sessions(int port, String password) {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int READY_POLLS = 6_000; // 5 minutes: the recovery of a full gigabyte of log on a slow disk
    private static final int LAST_LINES = 5;

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(url("postgres"), Cluster.SUPERUSER, password);
    }

    void awaitReady(BooleanSupplier alive, Path log) throws IOException {
        for (var poll = 0; poll < READY_POLLS && alive.getAsBoolean(); poll++) {
            if (answers()) {
                return;
            }
            pause();
        }
        throw new EmbeddedDatabaseFailed(
                "PostgreSQL does not answer. The end of %s: %s".formatted(log, lastLines(log)));
    }

    private boolean answers() {
        try (var connection = superuser()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseFailed("Interrupted while PostgreSQL was starting", e);
        }
    }

    private static String lastLines(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /** A role that owns a database of its own name and nothing else. */
    void createApplication(String name) {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, password));
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
            }
        } catch (SQLException e) {
            throw new EmbeddedDatabaseFailed("The database of Breakwater cannot be created: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
