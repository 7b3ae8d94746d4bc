package dev.breakwater.identity;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the server where it is and how to sign in: on the console, not in the log, which others read. */
@Component
class Welcome {
    private final AdminSecrets secrets;

    Welcome(AdminSecrets secrets) {
        this.secrets = secrets;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            System.out.printf(
                    "%nBreakwater is ready: http://localhost:%d%n%s%n%n",
                    context.getWebServer().getPort(), secrets.hint());
        }
    }
}
