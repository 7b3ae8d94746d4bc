package dev.breakwater;

import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One more server in this JVM, on a database that the test names. */
public record RunningServer(ConfigurableApplicationContext context) implements AutoCloseable {
    public static RunningServer on(String url) {
        return on(url, _ -> {});
    }

    /** {@code preparation} sees the context before its beans are made. */
    public static RunningServer on(
            String url, ApplicationContextInitializer<ConfigurableApplicationContext> preparation, String... more) {
        var arguments = Stream.concat(
                Stream.of(
                        "--server.port=0",
                        "--breakwater.test-database=false",
                        "--breakwater.demo=false",
                        "--breakwater.agent.warm-up-polls=0",
                        "--breakwater.admin.token=" + BreakwaterIT.ADMIN_TOKEN,
                        "--breakwater.admin.password=" + BreakwaterIT.ADMIN_PASSWORD,
                        "--spring.datasource.url=" + url),
                Stream.of(more));
        return new RunningServer(new SpringApplicationBuilder(BreakwaterApplication.class)
                .initializers(preparation)
                .run(arguments.toArray(String[]::new)));
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
