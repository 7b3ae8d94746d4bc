package dev.breakwater.architecture;

import dev.breakwater.BreakwaterApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void modules_depend_only_on_what_they_declare() {
        ApplicationModules.of(BreakwaterApplication.class).verify();
    }
}
