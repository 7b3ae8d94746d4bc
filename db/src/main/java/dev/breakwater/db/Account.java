package dev.breakwater.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The account PostgreSQL runs under, because it refuses to run as root. An ordinary user's PostgreSQL runs as that user.
 * Root's runs in a user namespace of its own where the system allows that (files stay root's, capabilities are gone), and
 * otherwise as the owner of the cluster, who is then the first existing one of {@link #CANDIDATES}.
 */
record Account(List<String> prefix, int uid) {
    private static final List<String> CANDIDATES = List.of("breakwater", "postgres", "nobody");
    private static final String NO_GROUP = "65534";
    private static final int ROOT = 0;

    Account {
        prefix = List.copyOf(prefix);
    }

    static Account of(Path cluster) throws IOException {
        return of(owner(Path.of("/proc/self")), Files.exists(cluster) ? owner(cluster) : ROOT);
    }

    private static Account of(int self, int owner) throws IOException {
        if (self != ROOT) {
            return new Account(List.of(), self);
        }
        if (owner != ROOT) {
            return of(owner);
        }
        if (Commands.succeeds("unshare", "--user", "true")) {
            return new Account(List.of("unshare", "--user"), ROOT);
        }
        return of(candidate());
    }

    private static Account of(int uid) {
        var id = String.valueOf(uid);
        return new Account(
                List.of("setpriv", "--reuid", id, "--regid", NO_GROUP, "--clear-groups", "--inh-caps=-all"), uid);
    }

    private static int candidate() throws IOException {
        var users = Files.readAllLines(Path.of("/etc/passwd")).stream()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length > 2)
                .toList();
        return CANDIDATES.stream()
                .flatMap(name -> users.stream().filter(user -> user[0].equals(name)))
                .map(user -> Integer.valueOf(user[2]))
                .findFirst()
                .orElseThrow(
                        () -> new EmbeddedDatabaseFailed(
                                "PostgreSQL refuses to run as root and there is no user to run it as. Start Breakwater as another user."));
    }

    List<String> command(String... command) {
        var whole = new ArrayList<>(List.of("setsid"));
        whole.addAll(prefix);
        whole.addAll(List.of(command));
        return whole;
    }

    /** Gives the file to this account, if it is not the one that created it. */
    void own(Path file) throws IOException {
        if (owner(file) != uid) {
            Files.setAttribute(file, "unix:uid", uid);
        }
    }

    static int owner(Path file) throws IOException {
        return (int) Objects.requireNonNull(Files.getAttribute(file, "unix:uid"));
    }
}
