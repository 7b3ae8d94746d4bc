package dev.breakwater.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL and its minder. The minder is a shell that waits for the end of its input and then asks PostgreSQL to
 * stop: when this server is killed, the kernel closes that input, so PostgreSQL never outlives the server.
 */
final class Postmaster {
    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private final Process postgres;
    private final Process minder;

    private Postmaster(Process postgres, Process minder) {
        this.postgres = postgres;
        this.minder = minder;
    }

    static Postmaster start(DataDirectory data, Binaries binaries, Account account, int port) throws IOException {
        stopOrphan(data.cluster());
        if (!Files.exists(data.log())) {
            account.own(Files.createFile(data.log()));
        }
        var postgres = new ProcessBuilder(account.command(
                        binaries.postgres(),
                        "-D",
                        data.cluster().toString(),
                        "-c",
                        "port=" + port,
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "jit=off"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log().toFile()))
                .start();
        postgres.getOutputStream().close();
        var minder = new ProcessBuilder(
                        "setsid", "sh", "-c", "read -r _; kill -INT \"$0\"", String.valueOf(postgres.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        // a minder must not outlive its charge: the number may go to another program
        var _ = postgres.onExit().thenRun(minder::destroyForcibly);
        return new Postmaster(postgres, minder);
    }

    /** A PostgreSQL of a server that died together with its minder; the caller holds the data directory, so no server needs it. */
    private static void stopOrphan(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return; // PostgreSQL itself clears what a dead predecessor left
        }
        if (!process.get().info().command().orElse("").endsWith("/bin/postgres")) {
            Files.delete(pidFile); // the number belongs to some other program by now
            return;
        }
        log.warn("Stopping PostgreSQL {} that an earlier server left behind in {}", pid, cluster);
        Commands.run(List.of("kill", "-INT", String.valueOf(pid)));
        await(process.get(), STOP_LIMIT);
    }

    private static void await(ProcessHandle process, Duration limit) {
        process.onExit()
                .orTimeout(limit.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(late -> {
                    process.destroyForcibly();
                    return process;
                })
                .thenCompose(ProcessHandle::onExit)
                .orTimeout(KILL_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    boolean isAlive() {
        return postgres.isAlive();
    }

    void awaitEnd() throws InterruptedException {
        postgres.waitFor();
    }

    /** PostgreSQL's fast shutdown: sessions end, everything is written, nothing to recover at the next start. */
    void stop() throws IOException {
        minder.getOutputStream().close();
        await(postgres.toHandle(), STOP_LIMIT);
    }
}
