package dev.breakwater.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What {@code /api/v1/openapi.json} says beyond the controllers' signatures: who may call, and how refusals look. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final Set<String> OPEN = Set.of("signIn", "enroll");
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI breakwaterApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Breakwater")
                        .version("v1")
                        .description("Fleet rollouts for operating systems that move in generations.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes("token", bearer("An API token."))
                        .addSecuritySchemes("password", http("basic", "The name and password of a user."))
                        .addSecuritySchemes("session", session())
                        .addSecuritySchemes("host", bearer("The credential a host was given when it enrolled.")));
    }

    @Bean
    OpenApiCustomizer describe(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return api -> {
            ModelConverters.getInstance(true).read(Problem.class).forEach(api.getComponents()::addSchemas);
            ModelConverters.getInstance(true).read(FieldError.class).forEach(api.getComponents()::addSchemas);
            var handlers = mappings.getObject().getHandlerMethods().values();
            Shapes.of(handlers, Problem.class).byName().forEach((name, shape) -> {
                var schema = api.getComponents().getSchemas().get(name);
                if (schema != null) {
                    SchemaRules.apply(schema, Shapes.raw(shape));
                }
            });
            api.getPaths().forEach(ApiDescription::describe);
        };
    }

    private static void describe(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            operation.getResponses().addApiResponse("default", refusal());
            operation.setSecurity(requirements(path, operation));
            if (method == PathItem.HttpMethod.POST
                    && path.startsWith("/api/")
                    && !OPEN.contains(operation.getOperationId())) {
                operation.addParametersItem(idempotencyKey());
            }
        });
    }

    private static List<SecurityRequirement> requirements(String path, Operation operation) {
        if (OPEN.contains(operation.getOperationId())) {
            return List.of();
        }
        return path.startsWith("/agent/") ? List.of(by("host")) : List.of(by("token"), by("password"), by("session"));
    }

    private static SecurityRequirement by(String scheme) {
        return new SecurityRequirement().addList(scheme);
    }

    private static ApiResponse refusal() {
        var problem = new Schema<>().$ref(PROBLEM);
        return new ApiResponse()
                .description("Refused: the code says why, and the errors say which field broke which rule.")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }

    private static HeaderParameter idempotencyKey() {
        var parameter = new HeaderParameter();
        parameter
                .name("Idempotency-Key")
                .required(false)
                .description("A request repeated under the same key is answered as the first one was.")
                .schema(new StringSchema().maxLength(200));
        return parameter;
    }

    private static SecurityScheme bearer(String what) {
        return http("bearer", what);
    }

    private static SecurityScheme http(String scheme, String what) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(scheme)
                .description(what);
    }

    private static SecurityScheme session() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("breakwater-session")
                .description("The dashboard's session; changes need its X-CSRF-TOKEN as well.");
    }
}
