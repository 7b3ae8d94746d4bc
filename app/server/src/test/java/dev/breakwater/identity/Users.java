package dev.breakwater.identity;

import dev.breakwater.Api;

/** Makes operators for tests. */
final class Users {
    static final String PASSWORD = "correct horse battery";

    private Users() {}

    static String body(String name, String role) {
        return "{\"name\":\"%s\",\"password\":\"%s\",\"role\":\"%s\"}".formatted(name, PASSWORD, role);
    }

    /** The new user's id. */
    static String create(int port, String name, String role) {
        var answer = Api.admin(port).post("/api/v1/users", body(name, role));
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        return answer.json().path("id").asString();
    }
}
