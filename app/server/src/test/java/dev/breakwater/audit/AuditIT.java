package dev.breakwater.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.Api;
import dev.breakwater.BreakwaterIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@BreakwaterIT
class AuditIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Verifier verifier;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void a_deed_is_kept_with_who_did_it() {
        var id = token("audited");
        var entry = Api.admin(port)
                .get("/api/v1/audit?subject=api-tokens/" + id)
                .json()
                .at("/items/0");
        assertThat(entry.path("actor").asString()).isEqualTo("token:admin");
        assertThat(entry.path("action").asString()).isEqualTo("token.issued");
        assertThat(entry.path("message").asString()).contains("audited", "VIEWER");
    }

    @Test
    void a_refused_request_leaves_no_entry() {
        var before = count();
        Api.admin(port).delete("/api/v1/api-tokens/00000000-0000-0000-0000-000000000000");
        assertThat(jdbc.sql("select count(*) from audit where subject like '%00000000-0000-0000-0000-000000000000'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(count()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void the_trail_is_paged_from_the_newest_entry() {
        token("page-one");
        token("page-two");
        var first =
                Api.admin(port).get("/api/v1/audit?actor=token:admin&limit=1").json();
        var second = Api.admin(port)
                .get("/api/v1/audit?actor=token:admin&limit=1&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(second.at("/items/0/seq").asLong())
                .isLessThan(first.at("/items/0/seq").asLong());
    }

    @Test
    void an_untouched_trail_is_valid() {
        token("verified");
        var answer = Api.admin(port).get("/api/v1/audit/verify").json();
        assertThat(answer.path("valid").asBoolean()).isTrue();
        assertThat(answer.path("rows").asLong()).isPositive();
        assertThat(answer.path("lastHash").asString()).hasSize(64);
    }

    @Test
    void the_database_refuses_to_change_the_trail() {
        token("kept");
        assertThatThrownBy(() -> jdbc.sql("update audit set actor = 'nobody'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from audit").update()).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("truncate audit").update()).hasMessageContaining("append-only");
    }

    @Test
    void a_changed_entry_is_found_though_the_trigger_was_off() {
        var seq = seqOf(token("forged"));
        assertThat(afterTampering("update audit set message = 'nothing happened' where seq = " + seq))
                .isEqualTo(seq);
    }

    @Test
    void a_removed_entry_is_found_though_the_trigger_was_off() {
        var seq = seqOf(token("removed"));
        token("after-removed");
        assertThat(afterTampering("delete from audit where seq = " + seq)).isEqualTo(seq + 1);
    }

    @Test
    void an_entry_with_a_hash_of_its_own_making_is_found() {
        var seq = seqOf(token("rehashed"));
        assertThat(afterTampering("update audit set actor = 'x', hash = sha256('x'::bytea) where seq = " + seq))
                .isEqualTo(seq);
    }

    /** The first broken entry as the tamperer's own transaction sees it; rolled back, because others share the trail. */
    private Long afterTampering(String sql) {
        return transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            jdbc.sql("alter table audit disable trigger user").update();
            jdbc.sql(sql).update();
            var found = verifier.verify();
            assertThat(found.valid()).isFalse();
            return found.firstBroken();
        });
    }

    private String token(String name) {
        return Api.admin(port)
                .post("/api/v1/api-tokens", "{\"name\":\"%s\",\"role\":\"VIEWER\"}".formatted(name))
                .json()
                .path("id")
                .asString();
    }

    private long seqOf(String id) {
        return jdbc.sql("select seq from audit where subject = ?")
                .param("api-tokens/" + id)
                .query(Long.class)
                .single();
    }

    private long count() {
        return jdbc.sql("select count(*) from audit").query(Long.class).single();
    }
}
