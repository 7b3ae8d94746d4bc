package dev.breakwater;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The whole server on a random port and a real PostgreSQL. One configuration for all, so that one context serves every
 * test; they share its database, so each makes rows of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "breakwater.admin.token=" + BreakwaterIT.ADMIN_TOKEN,
            "breakwater.admin.password=" + BreakwaterIT.ADMIN_PASSWORD,
            "breakwater.demo=false",
            "breakwater.gates.allowed-networks=127.0.0.0/8",
            "breakwater.gates.callback-url=https://breakwater.example.com"
        })
public @interface BreakwaterIT {
    String ADMIN_TOKEN = "test-admin-token";
    String ADMIN_PASSWORD = "test-admin-password";
}
