package dev.breakwater.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Kills the connection between two statements, before a commit, or between a commit and its answer, whichever comes as the n-th. To what
 * runs above it is the crash of a server: some of it is committed, the rest is gone, and nobody was told.
 */
final class Crashes extends DelegatingDataSource {
    private static final int NEVER = Integer.MAX_VALUE;

    private final AtomicInteger left = new AtomicInteger(NEVER);
    private final AtomicInteger crashes = new AtomicInteger();

    Crashes(DataSource real) {
        super(real);
    }

    /** After that many more statements and commits. */
    void arm(int statements) {
        left.set(statements);
    }

    void disarm() {
        left.set(NEVER);
    }

    int crashes() {
        return crashes.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var real = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "commit" -> commit(real, method, arguments);
            case "prepareStatement", "createStatement", "prepareCall" -> {
                step(real);
                yield statement(real, call(real, method, arguments));
            }
            default -> call(real, method, arguments);
        });
    }

    private Object statement(Connection real, Object statement) {
        var type = statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                step(real);
            }
            return call(statement, method, arguments);
        });
    }

    private Object commit(Connection real, Method method, Object[] arguments) throws Throwable {
        step(real);
        var answer = call(real, method, arguments);
        step(real);
        return answer;
    }

    /** Only what the simulation itself sets off counts: a server's own clockwork runs when it likes. */
    private void step(Connection real) throws SQLException {
        if (left.get() == NEVER || !counts(Thread.currentThread().getName())) {
            return;
        }
        if (left.decrementAndGet() < 0) {
            left.set(NEVER);
            crashes.incrementAndGet();
            real.abort(Runnable::run);
            throw new SQLException("the connection was killed by the simulation", "08006");
        }
    }

    private static boolean counts(String thread) {
        return !thread.startsWith("scheduling-") && !thread.startsWith("db-scheduler");
    }

    @FunctionalInterface
    private interface Answer {
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                Crashes.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> answer.to(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
