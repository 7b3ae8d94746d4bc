package dev.breakwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@BreakwaterIT
class OpenApiIT {
    private static final Path COMMITTED = Path.of("../../docs/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void the_committed_description_is_the_one_of_the_code() throws IOException {
        var served = JSON.writeValueAsString(description()) + "\n";
        if (Boolean.getBoolean("breakwater.write")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(Files.readString(COMMITTED))
                .as("rewrite it with -Dbreakwater.write=true, and say so if it breaks clients")
                .isEqualTo(served);
    }

    @Test
    void it_is_open_to_all_and_of_version_3_1() {
        assertThat(description().path("openapi").asString()).startsWith("3.1");
    }

    @Test
    void an_operation_is_named_once_and_without_a_number() {
        assertThat(operations().map(each -> each.path("operationId").asString()))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.matches(".*_\\d+"));
    }

    @Test
    void no_two_records_share_a_schema() {
        assertThat(Shapes.of(mappings.getHandlerMethods().values()).clashes())
                .as("name one of them with @Schema")
                .isEmpty();
    }

    @Test
    void every_operation_says_how_it_refuses() {
        assertThat(operations())
                .allMatch(each -> each.at("/responses/default/content/application~1problem+json")
                        .isObject());
    }

    @Test
    void what_may_be_null_is_said_and_what_is_always_there_is_required() {
        var token = description().at("/components/schemas/ApiToken");
        assertThat(token.path("required").toString()).contains("createdBy").doesNotContain("expiresAt");
        assertThat(token.at("/properties/expiresAt/type").toString()).contains("null");
    }

    private Stream<JsonNode> operations() {
        return description().path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private JsonNode description() {
        return Api.anonymous(port).get("/api/v1/openapi.json").json();
    }
}
