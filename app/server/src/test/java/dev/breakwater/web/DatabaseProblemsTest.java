package dev.breakwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseProblemsTest {
    @ParameterizedTest
    @CsvSource({
        "08006, 503, database_unavailable",
        "57P01, 503, database_unavailable",
        "53300, 503, database_unavailable",
        "40P01, 503, try_again",
        "40001, 503, try_again",
        "22021, 422, nul_character",
        "22P05, 422, nul_character",
        "23505, 409, conflict",
        "23503, 409, conflict",
        "23514, 422, invalid_field",
    })
    void a_state_of_the_database_has_an_answer(String state, int status, String code) {
        var problem = DatabaseProblems.of(new DataIntegrityViolationException("x", new SQLException("x", state)));
        assertThat(problem.status().value()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
    }

    @Test
    void a_database_that_does_not_answer_says_when_to_try_again() {
        var failure = new CannotCreateTransactionException("x", new SQLTransientConnectionException("timed out"));
        assertThat(DatabaseProblems.of(failure).status().value()).isEqualTo(503);
        assertThat(DatabaseProblems.of(failure).retryAfter()).hasSeconds(2);
    }

    @Test
    void a_lost_race_is_a_clash_of_revisions() {
        assertThat(DatabaseProblems.of(new OptimisticLockingFailureException("x")))
                .isInstanceOf(RevisionClash.class);
    }

    @Test
    void a_fault_of_the_program_is_none_of_the_databases() {
        assertThat(DatabaseProblems.of(new IllegalStateException("x"))).isNull();
        assertThat(DatabaseProblems.of(new SQLException("syntax", "42601"))).isNull();
    }
}
