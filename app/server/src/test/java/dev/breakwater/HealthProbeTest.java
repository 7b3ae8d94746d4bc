package dev.breakwater;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthProbeTest {
    @ParameterizedTest
    @CsvSource({"200, true", "503, false", "404, false"})
    void a_server_is_ready_when_it_says_so(int status, boolean ready) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(HealthProbe.ready(url)).isEqualTo(ready);
        } finally {
            server.stop(0);
        }
        assertThat(HealthProbe.ready("http://127.0.0.1:" + server.getAddress().getPort()))
                .isFalse();
    }
}
