package dev.breakwater.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PurityTest {
    private static final String ENGINE = "dev.breakwater.rollout.engine..";

    @Test
    void the_engine_knows_only_the_jdk_jspecify_and_itself() {
        classes()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", ENGINE)
                .check(Sources.MAIN);
    }

    @Test
    void the_engine_does_no_input_or_output() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.io..", "java.net..", "java.sql..", "java.util.logging..")
                        .or(resideInAnyPackage("java.nio..").and(resideOutsideOfPackages("java.nio.charset..")))
                        .or(name("java.time.Clock")))
                .check(Sources.MAIN);
    }

    @Test
    void the_engine_draws_no_random_numbers() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .dependOnClassesThat(nameMatching(
                        "java.security.SecureRandom|java.util.Random|java.util.concurrent.ThreadLocalRandom"))
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(Sources.MAIN);
    }

    @Test
    void nobody_reads_the_wall_clock() {
        noClasses()
                .should()
                .callMethodWhere(describe("the wall clock is read", PurityTest::readsTheWallClock))
                .check(Sources.MAIN);
    }

    @Test
    void only_a_program_may_name_the_system_clock() {
        noClasses()
                .that(describe("have no main method", type -> !hasMain(type)))
                .should()
                .callMethodWhere(describe("the system clock is named", PurityTest::namesTheSystemClock))
                .check(Sources.MAIN);
    }

    private static boolean readsTheWallClock(JavaMethodCall call) {
        var target = call.getTarget();
        return (target.getOwner().getPackageName().startsWith("java.time")
                        && target.getName().equals("now")
                        && target.getRawParameterTypes().isEmpty())
                || (target.getOwner().isEquivalentTo(System.class)
                        && target.getName().equals("currentTimeMillis"));
    }

    private static boolean namesTheSystemClock(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Clock.class)
                && call.getName().startsWith("system");
    }

    private static boolean hasMain(JavaClass type) {
        return type.getMethods().stream().anyMatch(method -> method.getName().equals("main"));
    }
}
