package dev.breakwater.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** An empty database of its own on the one PostgreSQL of this JVM's tests; it is gone when it is closed. */
public record TestDatabase(TestServer server, String name) implements JdbcConnectionDetails, AutoCloseable {
    static final String PREFIX = "breakwater_test_";

    public static TestDatabase fresh() {
        var database = new TestDatabase(
                TestServer.chosen(),
                PREFIX + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
        database.administer("CREATE DATABASE %s OWNER %s".formatted(database.name, database.getUsername()));
        return database;
    }

    @Override
    public String getJdbcUrl() {
        return server.url(name);
    }

    @Override
    public String getUsername() {
        return server.application().user();
    }

    @Override
    public String getPassword() {
        return server.application().password();
    }

    @Override
    public void close() {
        administer("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
    }

    private void administer(String sql) {
        try (var connection = server.administration();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("%s on %s".formatted(sql, server.name()), e);
        }
    }

    /** One more session, for a test that looks at the rows itself. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(getJdbcUrl(), getUsername(), getPassword());
    }
}
