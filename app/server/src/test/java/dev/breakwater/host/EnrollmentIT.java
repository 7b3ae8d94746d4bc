package dev.breakwater.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.BreakwaterIT;
import dev.breakwater.identity.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BreakwaterIT
class EnrollmentIT {
    private static final int THREADS = 16;

    @Autowired
    private Hosts hosts;

    @Autowired
    private EnrollmentTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_host_gets_a_credential_that_is_kept_as_a_hash_only() {
        var enrolled = hosts.enroll(request(token(1, Map.of()), Fleet.unique("web"), "m1"));
        assertThat(hosts.authenticate(Secrets.sha256(enrolled.credential()))).contains(enrolled.hostId());
        assertThat(jdbc.sql("select encode(credential_hash, 'hex') from hosts where id = :id")
                        .param("id", enrolled.hostId().value())
                        .query(String.class)
                        .single())
                .isEqualTo(HexFormat.of().formatHex(Secrets.sha256(enrolled.credential())));
    }

    @Test
    void the_same_machine_may_enrol_again_and_its_former_credential_is_void() {
        var name = Fleet.unique("web");
        var first = hosts.enroll(request(token(1, Map.of()), name, "m1"));
        var second = hosts.enroll(request(token(1, Map.of()), name, "m1"));
        assertThat(second.hostId()).isEqualTo(first.hostId());
        assertThat(hosts.authenticate(Secrets.sha256(first.credential()))).isEmpty();
        assertThat(hosts.authenticate(Secrets.sha256(second.credential()))).contains(first.hostId());
    }

    @Test
    void another_machine_is_refused_the_name_and_keeps_its_use_of_the_token() {
        var name = Fleet.unique("web");
        hosts.enroll(request(token(1, Map.of()), name, "m1"));
        var spare = token(1, Map.of());
        assertRefused("host_name_taken", request(spare, name, "m2"));
        assertThat(hosts.enroll(request(spare, Fleet.unique("web"), "m2"))).isNotNull();
    }

    @Test
    void a_host_that_changes_its_platform_is_refused() {
        var name = Fleet.unique("web");
        hosts.enroll(request(token(1, Map.of()), name, "m1"));
        assertRefused(
                "host_platform_differs",
                new EnrollmentRequest(token(1, Map.of()), name, Platform.OSTREE, "m1", null, null));
    }

    @Test
    void unknown_used_up_expired_and_revoked_tokens_are_refused_by_name() {
        assertRefused("enrollment_token_unknown", request("bwe_guess", Fleet.unique("web"), "m1"));
        var once = token(1, Map.of());
        hosts.enroll(request(once, Fleet.unique("web"), "m1"));
        assertRefused("enrollment_token_used_up", request(once, Fleet.unique("web"), "m2"));
        var old = tokens.issue(new NewEnrollmentToken("", Map.of(), Duration.ofHours(1), 1));
        jdbc.sql("update enrollment_tokens set expires_at = now() - interval '1 second' where id = :id")
                .param("id", old.id())
                .update();
        assertRefused("enrollment_token_expired", request(old.token(), Fleet.unique("web"), "m1"));
        var revoked = tokens.issue(new NewEnrollmentToken("", Map.of(), Duration.ofHours(1), 1));
        tokens.revoke(revoked.id(), null);
        assertRefused("enrollment_token_revoked", request(revoked.token(), Fleet.unique("web"), "m1"));
    }

    @Test
    void a_host_cannot_label_itself_over_its_token() {
        var name = Fleet.unique("web");
        var request = new EnrollmentRequest(
                token(1, Map.of("env", "dev")), name, Platform.NIXOS, "m1", Map.of("env", "prod", "site", "a"), null);
        assertThat(labels(hosts.enroll(request).hostId())).isEqualTo("{\"env\": \"dev\", \"site\": \"a\"}");
    }

    @Test
    void labels_that_operators_gave_survive_a_new_enrolment() {
        var name = Fleet.unique("web");
        var host = hosts.enroll(request(token(1, Map.of()), name, "m1")).hostId();
        jdbc.sql("update hosts set labels = '{\"env\":\"prod\"}' where id = :id")
                .param("id", host.value())
                .update();
        hosts.enroll(new EnrollmentRequest(
                token(1, Map.of()), name, Platform.NIXOS, "m1", Map.of("env", "dev", "site", "b"), null));
        assertThat(labels(host)).isEqualTo("{\"env\": \"prod\", \"site\": \"b\"}");
    }

    @Test
    void a_token_lets_in_exactly_as_many_hosts_as_it_says_however_many_ask_at_once() throws Exception {
        var token = token(5, Map.of());
        var outcomes = atOnce(number -> () -> hosts.enroll(request(token, Fleet.unique("web"), "m" + number)));
        assertThat(outcomes).filteredOn(Enrolled.class::isInstance).hasSize(5);
        assertThat(outcomes)
                .filteredOn(EnrollmentRefused.class::isInstance)
                .hasSize(THREADS - 5)
                .allSatisfy(refused ->
                        assertThat(((EnrollmentRefused) refused).code()).isEqualTo("enrollment_token_used_up"));
    }

    @Test
    void one_machine_gets_a_name_that_many_want_at_once() throws Exception {
        var token = token(THREADS, Map.of());
        var name = Fleet.unique("web");
        var outcomes = atOnce(number -> () -> hosts.enroll(request(token, name, "m" + number)));
        assertThat(outcomes).filteredOn(Enrolled.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(EnrollmentRefused.class::isInstance).hasSize(THREADS - 1);
    }

    @Test
    void one_machine_that_enrols_many_times_at_once_stays_one_host() throws Exception {
        var token = token(THREADS, Map.of());
        var name = Fleet.unique("web");
        var outcomes = atOnce(_ -> () -> hosts.enroll(request(token, name, "m1")));
        assertThat(outcomes).hasOnlyElementsOfType(Enrolled.class);
        assertThat(outcomes)
                .extracting(it -> ((Enrolled) it).hostId())
                .containsOnly(((Enrolled) outcomes.getFirst()).hostId());
    }

    private interface Attempt {
        Callable<Object> by(int number);
    }

    private static List<Object> atOnce(Attempt attempt) throws Exception {
        var barrier = new CyclicBarrier(THREADS);
        var futures = new ArrayList<Future<Object>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < THREADS; i++) {
                var work = attempt.by(i);
                futures.add(threads.submit(() -> {
                    barrier.await();
                    try {
                        return work.call();
                    } catch (EnrollmentRefused refused) {
                        return refused;
                    }
                }));
            }
        }
        return futures.stream().map(Future::resultNow).toList();
    }

    private void assertRefused(String code, EnrollmentRequest request) {
        assertThatExceptionOfType(EnrollmentRefused.class)
                .isThrownBy(() -> hosts.enroll(request))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private String token(int maxUses, Map<String, String> labels) {
        return tokens.issue(new NewEnrollmentToken("test", labels, Duration.ofHours(1), maxUses))
                .token();
    }

    private String labels(HostId host) {
        return jdbc.sql("select labels from hosts where id = :id")
                .param("id", host.value())
                .query(String.class)
                .single();
    }

    private static EnrollmentRequest request(String token, String name, String machineId) {
        return new EnrollmentRequest(token, name, Platform.NIXOS, machineId, null, null);
    }
}
