package dev.breakwater.identity;

import dev.breakwater.web.Forbidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Applies the role a controller asks for before its body is read: who may not do it learns nothing about the body. */
@Configuration(proxyBeanMethods = false)
class RoleBeforeBody implements WebMvcConfigurer, HandlerInterceptor {
    private final PreAuthorizeAuthorizationManager rules = new PreAuthorizeAuthorizationManager();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var call = new SimpleMethodInvocation(method.getBean(), method.getMethod());
            var decision =
                    rules.authorize(() -> SecurityContextHolder.getContext().getAuthentication(), call);
            if (decision != null && !decision.isGranted()) {
                throw new Forbidden();
            }
        }
        return true;
    }
}
