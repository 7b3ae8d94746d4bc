package dev.breakwater.identity;

import dev.breakwater.web.Forbidden;
import dev.breakwater.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * One chain each for the API, the actuator and the browser. Hosts have their own, in the agent module, ordered before
 * these ({@code @Order} below 20).
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String SESSION = "/api/v1/session";

    /** Only the dashboard's own files: no inline script or style, no other origin, no frame. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; font-src 'self' data:; "
                    + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final SignIns signIns;
    private final Sessions sessions;
    private final Problems problems;

    SecurityChains(SignIns signIns, Sessions sessions, Problems problems) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.problems = problems;
    }

    @Bean
    @Order(20)
    SecurityFilterChain apiChain(HttpSecurity http) {
        return authenticated(http)
                .securityMatcher("/api/**")
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityChains::needsCsrfToken))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, SESSION)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/openapi.json")
                        .permitAll()
                        .anyRequest()
                        .hasRole(Role.VIEWER.name()))
                .build();
    }

    /** Health is for load balancers, without details; metrics tell how large a fleet is, so they need a credential. */
    @Bean
    @Order(30)
    SecurityFilterChain actuatorChain(HttpSecurity http) {
        return authenticated(http)
                .securityMatcher("/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .hasRole(Role.VIEWER.name()))
                .build();
    }

    @Bean
    @Order(40)
    SecurityFilterChain browserChain(HttpSecurity http) {
        return stateless(http)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .cacheControl(cache -> cache.disable()))
                .build();
    }

    /** They cost a third of a request's CPU and say nothing that the request's own observation does not. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private HttpSecurity authenticated(HttpSecurity http) {
        var contexts = new RequestAttributeSecurityContextRepository();
        return stateless(http)
                .securityContext(context -> context.securityContextRepository(contexts))
                .addFilterBefore(
                        new ApiAuthentication(signIns, sessions, contexts, problems),
                        AnonymousAuthenticationFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, _) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"breakwater\"");
                            problems.write(request, response, Unauthenticated.missing());
                        })
                        .accessDeniedHandler(forbidden()));
    }

    private AccessDeniedHandler forbidden() {
        return (request, response, denied) -> problems.write(
                request, response, denied instanceof CsrfException ? new CsrfTokenRequired() : new Forbidden());
    }

    /** No chain opens a session by itself: signing in does. */
    private static HttpSecurity stateless(HttpSecurity http) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")));
    }

    /** Only a browser sends a credential nobody asked it to send: the session's cookie. */
    private static boolean needsCsrfToken(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && !(request.getRequestURI().equals(SESSION)
                        && request.getMethod().equals("POST"))
                && request.getSession(false) != null;
    }
}
