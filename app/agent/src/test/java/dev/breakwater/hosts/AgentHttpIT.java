package dev.breakwater.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged agent takes answers that a healthy server does not give. */
class AgentHttpIT {
    private static final String CREDENTIAL = "bwh_0123456789abcdefghijklmnop";
    private static final String TOKEN = "bwe_the-enrolment-token";

    @TempDir
    private Path folder;

    private final List<String> arguments = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private PackagedAgent agent;

    @BeforeEach
    void start() throws IOException {
        agent = PackagedAgent.unpackedIn(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/agent/v1/enroll", exchange -> answer(exchange, 201, """
                {"hostId": "h", "credential": "%s", "pollSeconds": 60}""".formatted(CREDENTIAL)));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void it_keeps_its_credential_to_itself() throws IOException {
        server.createContext("/agent/v1/desired", exchange -> answer(exchange, 503, "{}"));
        run("enroll");
        assertThatThrownBy(() -> run("once")).hasMessageContaining("503");

        assertThat(Files.readString(credential())).isEqualTo(CREDENTIAL);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credential())))
                .isEqualTo("rw-------");
        assertThat(arguments)
                .hasSizeGreaterThan(2)
                .noneMatch(line -> line.contains(CREDENTIAL) || line.contains(TOKEN));
    }

    @Test
    void it_waits_as_long_as_it_is_asked_to() throws IOException {
        server.createContext("/agent/v1/desired", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "17");
            answer(exchange, 503, "{\"code\": \"busy\"}");
        });
        run("enroll");
        assertThat(run("once").lines()).contains("17").anyMatch(line -> line.contains("503 busy"));
    }

    @Test
    void it_does_nothing_on_an_answer_it_cannot_read() throws IOException {
        server.createContext(
                "/agent/v1/desired", exchange -> answer(exchange, 200, "<html>Sign in to the guest network</html>"));
        run("enroll");
        assertThatThrownBy(() -> run("once")).isInstanceOf(IOException.class);
        assertThat(folder.resolve("state/poller/desired.json")).doesNotExist();
    }

    @Test
    void it_refuses_an_order_whose_ref_is_no_store_path() throws IOException {
        server.createContext("/agent/v1/desired", exchange -> answer(exchange, 200, """
                {"epoch": 3, "action": "ACTIVATE", "ref": "/nix/store/../../bin/sh", "mode": "SWITCH"}"""));
        run("enroll");
        assertThatThrownBy(() -> run("once")).hasMessageContaining("names no nixos ref");
        assertThat(folder.resolve("state/applier/intent.json")).doesNotExist();
    }

    @Test
    void it_does_not_switch_when_the_claim_is_not_answered() throws IOException {
        var ref = "/nix/store/00000000000000000000000000000000-nixos-system-x";
        server.createContext("/agent/v1/desired", exchange -> answer(exchange, 200, """
                {"epoch": 3, "action": "ACTIVATE", "ref": "%s", "mode": "SWITCH"}""".formatted(ref)));
        server.createContext(
                "/agent/v1/reports", exchange -> answer(exchange, 200, "{\"epoch\": 3, \"pollSeconds\": 5}"));
        server.createContext("/agent/v1/claims", HttpExchange::close);
        run("enroll");
        Files.createDirectories(folder.resolve("state/applier"));
        Files.writeString(folder.resolve("state/applier/outcome.json"), """
                {"epoch": 3, "ref": "%s", "phase": "STAGED", "message": ""}""".formatted(ref));
        assertThatThrownBy(() -> run("once")).hasMessageContaining("claim: 000");
        assertThat(folder.resolve("state/applier/intent.json")).doesNotExist();
    }

    /** Every answer first looks at what the world can see of the agent: the arguments of all processes. */
    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        ProcessHandle.allProcesses()
                .map(process -> Path.of("/proc", String.valueOf(process.pid()), "cmdline"))
                .map(AgentHttpIT::text)
                .filter(line -> line.contains("curl") || line.contains("breakwater-agent"))
                .forEach(arguments::add);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replace('\0', ' ');
        } catch (IOException | UncheckedIOException gone) {
            return "";
        }
    }

    private Path credential() {
        return folder.resolve("state/poller/credential");
    }

    private String run(String command) throws IOException {
        var token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        var settings = Files.writeString(folder.resolve("agent.conf"), """
                SERVER_URL=http://127.0.0.1:%s
                HOST_NAME=x
                PLATFORM=nixos
                ENROLLMENT_TOKEN_FILE=%s
                STATE_DIR=%s
                """.formatted(
                        server.getAddress().getPort(), token, folder.resolve("state")));
        return Script.run(
                Map.of("BREAKWATER_AGENT_CONF", settings.toString()),
                "",
                List.of(agent.program().toString(), command));
    }
}
