package dev.breakwater;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Ends with 0 when the server on this machine, or at the address it is given, is ready: a check that needs no curl in the image. */
final class HealthProbe {
    private static final int LIMIT_MILLIS = 4_000;

    private HealthProbe() {}

    static void main(String[] arguments) {
        var here = "http://127.0.0.1:" + System.getenv().getOrDefault("SERVER_PORT", "8080");
        System.exit(ready(arguments.length == 0 ? here : arguments[0]) ? 0 : 1);
    }

    static boolean ready(String server) {
        try {
            var address = URI.create(server + "/actuator/health/readiness");
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
