package dev.breakwater.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionsTest {
    @Test
    void a_patch_must_name_a_revision() {
        assertThatThrownBy(() -> Revisions.require(null, 7)).isInstanceOf(RevisionRequired.class);
    }

    @Test
    void others_may_leave_it_out() {
        assertThatCode(() -> Revisions.allow(null, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\""})
    void the_current_revision_or_any_will_do(String ifMatch) {
        assertThatCode(() -> Revisions.require(ifMatch, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "", "\"\""})
    void another_revision_or_a_weak_tag_clashes(String ifMatch) {
        assertThatThrownBy(() -> Revisions.allow(ifMatch, 7)).isInstanceOf(RevisionClash.class);
    }
}
