package dev.breakwater.simulation;

import dev.breakwater.Api;
import dev.breakwater.RunningServer;
import dev.breakwater.rollout.Clockwork;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The real server, whole, on the simulation's time and behind connections that can be killed. Its scheduler does not ring: the simulation
 * sweeps when its own time has come.
 */
record SimulatedServer(RunningServer server, SettableClock clock, Crashes crashes) implements AutoCloseable {
    static SimulatedServer start(String url, SettableClock clock) {
        var server = RunningServer.on(
                url,
                context -> prepare(context, clock),
                "--db-scheduler.polling-interval=24h",
                "--logging.level.root=off",
                "--logging.level.dev.breakwater=off");
        return new SimulatedServer(server, clock, (Crashes) server.bean(DataSource.class));
    }

    private static void prepare(ConfigurableApplicationContext context, SettableClock clock) {
        var beans = (GenericApplicationContext) context;
        beans.registerBean("settableClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
        beans.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real && !(bean instanceof Crashes) ? new Crashes(real) : bean;
            }
        });
    }

    Api api() {
        return Api.admin(server.port());
    }

    Api anonymous() {
        return Api.anonymous(server.port());
    }

    Clockwork clockwork() {
        return server.bean(Clockwork.class);
    }

    @Override
    public void close() {
        server.close();
    }
}
