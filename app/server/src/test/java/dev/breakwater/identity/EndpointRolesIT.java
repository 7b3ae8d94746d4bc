package dev.breakwater.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every endpoint there is, so that a new one without a rule fails here. */
@BreakwaterIT
class EndpointRolesIT {
    /** Open to strangers: signing in, and the description of the API. */
    private static final Set<String> PUBLIC =
            Set.of("POST /api/v1/session", "GET /api/v1/openapi.json", "GET /api/v1/openapi.json.yaml");

    /** Changes that every signed-in actor may make: to its own session, or none at all. */
    private static final Set<String> EVERYONES = Set.of(
            "DELETE /api/v1/session",
            "PUT /api/v1/session/password",
            "POST /api/v1/rollouts/preview",
            "POST /api/v1/rollouts/simulate");

    private static final String SOME_ID = "00000000-0000-7000-8000-000000000000";

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private record Endpoint(String method, String path, HandlerMethod handler) {
        String name() {
            return method + " " + path;
        }

        /** The role asked for, or none. */
        String role() {
            var rule = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
            var ofClass = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
            var used = rule == null ? ofClass : rule;
            return used == null ? "" : used.value().replaceAll("hasRole\\('(.*)'\\)", "$1");
        }

        Api.Answer call(Api api) {
            return api.send(method, path.replaceAll("\\{[^}]+}", SOME_ID), method.equals("GET") ? null : "{}");
        }
    }

    @Test
    void every_change_asks_for_a_role() {
        assertThat(endpoints().filter(each -> !each.method.equals("GET")))
                .filteredOn(each -> each.role().isEmpty())
                .extracting(Endpoint::name)
                .allMatch(name -> PUBLIC.contains(name) || EVERYONES.contains(name));
    }

    @TestFactory
    Stream<DynamicTest> strangers_are_refused_everywhere() {
        return endpoints()
                .filter(each -> !PUBLIC.contains(each.name()))
                .map(each -> dynamicTest(
                        each.name(),
                        () -> assertThat(each.call(Api.anonymous(port)).status())
                                .isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> each_role_is_refused_what_asks_for_the_next() {
        return Stream.of(Role.VIEWER, Role.OPERATOR, Role.APPROVER).flatMap(role -> {
            var api = Api.anonymous(port).bearer(token(role));
            return endpoints()
                    .filter(each -> !each.role().isEmpty() && role.compareTo(Role.valueOf(each.role())) < 0)
                    .map(each -> dynamicTest(role + " " + each.name(), () -> {
                        var answer = each.call(api);
                        assertThat(answer.status()).isEqualTo(403);
                        assertThat(answer.code()).isEqualTo("forbidden");
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_host_credential_opens_nothing_of_the_api() {
        return endpoints()
                .filter(each -> !PUBLIC.contains(each.name()))
                .map(each -> dynamicTest(
                        each.name(),
                        () -> assertThat(each.call(Api.anonymous(port).bearer("bwh_" + "x".repeat(43)))
                                        .status())
                                .isEqualTo(401)));
    }

    private Stream<Endpoint> endpoints() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream()
                        .flatMap(path -> mapping.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Endpoint(method.name(), path, mapping.getValue()))))
                .filter(each -> each.path().startsWith("/api/"));
    }

    private String token(Role role) {
        return Api.admin(port)
                .post("/api/v1/api-tokens", "{\"name\":\"walker\",\"role\":\"%s\"}".formatted(role))
                .json()
                .path("token")
                .asString();
    }
}
