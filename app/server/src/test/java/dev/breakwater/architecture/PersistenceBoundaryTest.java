package dev.breakwater.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** Entities are for what people edit one row at a time; hosts, plans and reports come in hundreds of thousands. */
class PersistenceBoundaryTest {
    @Test
    void entities_live_only_where_people_edit_single_rows() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.breakwater.identity..",
                        "dev.breakwater.generation..",
                        "dev.breakwater.calendar..",
                        "dev.breakwater.rollout.gate..")
                .and()
                .haveSimpleNameNotStartingWith("Enrol")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.springframework.data.jpa..")
                .check(Sources.MAIN);
    }

    @Test
    void json_is_jackson_3() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.fasterxml.jackson.core..",
                        "com.fasterxml.jackson.databind..",
                        "com.fasterxml.jackson.datatype..")
                .check(Sources.MAIN);
    }
}
