package dev.breakwater.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void no_class_hides_what_it_is_behind_a_filler_word() {
        noClasses()
                .should()
                .haveNameMatching(".*[.$](Abstract[A-Z]\\w*|\\w*(Util|Utils|Helper|Manager|Impl|Base|Info|Data))")
                .check(Sources.MAIN);
    }

    @Test
    void no_package_collects_leftovers() {
        noClasses()
                .should()
                .resideInAnyPackage("..core..", "..common..", "..util..", "..utils..", "..misc..", "..shared..")
                .check(Sources.MAIN);
    }
}
