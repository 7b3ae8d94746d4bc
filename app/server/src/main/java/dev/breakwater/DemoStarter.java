package dev.breakwater;

import dev.breakwater.fleetsim.Demo;
import dev.breakwater.fleetsim.DemoSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Lets a simulated fleet loose on the server, over HTTP like any other fleet, when {@code BREAKWATER_DEMO} is true. */
@Component
@ConditionalOnBooleanProperty("breakwater.demo")
class DemoStarter implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(DemoStarter.class);

    private final Path dataDir;
    private final String adminToken;
    private @Nullable Demo demo;

    DemoStarter(
            @Value("${breakwater.data-dir:./data}") Path dataDir,
            @Value("${breakwater.admin.token:}") String adminToken) {
        this.dataDir = dataDir;
        this.adminToken = adminToken;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        try {
            demo = Demo.start(DemoSettings.standard(
                    url(ready.getApplicationContext().getEnvironment()), token(), dataDir.resolve("demo")));
        } catch (IOException missing) {
            log.warn("No demonstration: cannot read the admin token: {}", missing.toString());
        }
    }

    @Override
    public void destroy() {
        if (demo != null) {
            demo.close();
        }
    }

    private String token() throws IOException {
        return adminToken.isEmpty()
                ? Files.readString(dataDir.resolve("admin-token")).strip()
                : adminToken;
    }

    private static URI url(Environment environment) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }
}
