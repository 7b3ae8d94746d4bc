package dev.breakwater;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One more server in this JVM, on a database that the test names. */
public record RunningServer(ConfigurableApplicationContext context) implements AutoCloseable {
    public static RunningServer on(String url, Class<?>... more) {
        var sources = new ArrayList<Class<?>>(List.of(BreakwaterApplication.class));
        sources.addAll(List.of(more));
        return new RunningServer(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .run(
                        "--server.port=0",
                        "--breakwater.test-database=false",
                        "--breakwater.demo=false",
                        "--breakwater.admin.token=" + BreakwaterIT.ADMIN_TOKEN,
                        "--breakwater.admin.password=" + BreakwaterIT.ADMIN_PASSWORD,
                        "--spring.datasource.url=" + url));
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
