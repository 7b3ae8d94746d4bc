package dev.breakwater.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the dashboard's files. A path that looks like a screen ({@code /rollouts/…}) is the page itself, which knows its
 * screens; a path that looks like a file and is none stays unknown.
 */
@Configuration(proxyBeanMethods = false)
class Dashboard implements WebMvcConfigurer {
    private static final String FILES = "classpath:/static/";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new Screens());
    }

    static final class Screens extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = super.getResource(path, location);
            return file == null && isScreen(path) ? super.getResource("index.html", location) : file;
        }

        static boolean isScreen(String path) {
            var last = path.substring(path.lastIndexOf('/') + 1);
            return !path.matches("(api|agent|actuator|assets|error)(/.*)?") && !last.contains(".");
        }
    }
}
