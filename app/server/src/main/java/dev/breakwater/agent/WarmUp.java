package dev.breakwater.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.breakwater.identity.Secrets;
import dev.breakwater.rollout.Desired.Basis;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Polls this server over its own door before it is ready, as a host that does not exist and is forgotten again, so that the first hosts after
 * a restart meet compiled code. For a second at most.
 */
@Component
@Order(1)
class WarmUp implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String TAG = "\"000000000000000000000000\"";
    private static final long LONGEST_NANOS = 1_000_000_000;
    private static final int PATIENCE_MILLIS = 500;
    private static final int AT_ONCE = 20;

    private final Memory memory;
    private final Environment environment;
    private final int polls;

    WarmUp(Memory memory, AgentProperties properties, Environment environment) {
        this.memory = memory;
        this.polls = properties.warmUpPolls();
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var port = environment.getProperty("local.server.port", Integer.class, 0);
        if (polls == 0 || port == 0) {
            return;
        }
        var credential = Secrets.newSecret("bwh_");
        var hash = ByteBuffer.wrap(Secrets.sha256(credential));
        var table = memory.table();
        table.put(NOBODY, hash.getLong(), hash.getLong());
        table.remember(table.ticket(NOBODY), NOBODY, TAG, Basis.NOBODY);
        try {
            log.debug("Warmed up with {} polls", poll(port, credential));
        } catch (IOException closed) {
            log.debug("Not warmed up: {}", closed.getMessage());
        } finally {
            table.remove(NOBODY);
        }
    }

    private int poll(int port, String credential) throws IOException {
        var poll = "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nIf-None-Match: %s\r\n\r\n"
                .formatted(PollFilter.PATH, credential, TAG);
        var together = poll.repeat(AT_ONCE).getBytes(US_ASCII);
        var until = memory.now() + LONGEST_NANOS;
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            var answers = new BufferedInputStream(connection.getInputStream());
            var done = 0;
            while (done < polls && memory.now() - until < 0) {
                connection.getOutputStream().write(together);
                await(answers);
                done += AT_ONCE;
            }
            return done;
        }
    }

    /** An answer without a body ends with an empty line. */
    private static void await(InputStream answers) throws IOException {
        var left = AT_ONCE;
        var ends = 0;
        while (left > 0) {
            var letter = answers.read();
            if (letter < 0) {
                throw new IOException("the server closed the connection");
            }
            ends = letter == '\n' ? ends + 1 : letter == '\r' ? ends : 0;
            if (ends == 2) {
                left--;
                ends = 0;
            }
        }
    }
}
