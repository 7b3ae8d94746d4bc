package dev.breakwater.rollout.gate;

import static dev.breakwater.rollout.engine.GateVerdict.FAIL;
import static dev.breakwater.rollout.engine.GateVerdict.NO_DATA;
import static dev.breakwater.rollout.engine.GateVerdict.PASS;
import static java.util.Objects.requireNonNullElse;

import dev.breakwater.host.HostProperties;
import dev.breakwater.rollout.engine.policy.Limit;
import dev.breakwater.rollout.gate.Finding.Proof;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks Breakwater itself: of the hosts that settled in this wave and the waves before it, how many are unwell now. Unwell is who last
 * reported a failed check, runs something else again, or has not been heard for as long as makes a host offline.
 */
@Component
class HealthProvider implements Provider {
    private final JdbcClient jdbc;
    private final HostProperties hosts;

    HealthProvider(JdbcClient jdbc, HostProperties hosts) {
        this.jdbc = jdbc;
        this.hosts = hosts;
    }

    private record Health(int settled, int unwell, @Nullable String example) {}

    @Override
    public GateType type() {
        return GateType.HEALTH;
    }

    @Override
    public Finding ask(Question question) {
        var health = health(question);
        if (health.settled() == 0) {
            return Finding.of(NO_DATA, "no host has settled yet", Proof.NONE);
        }
        var asked = requireNonNullElse(question.gate().config().maxUnhealthy(), "0");
        var allowed = Limit.parse("maxUnhealthy", asked).of(health.settled());
        var why = "%d of %d settled hosts are unwell, %d may be%s"
                .formatted(
                        health.unwell(),
                        health.settled(),
                        allowed,
                        health.example() == null ? "" : ", such as " + health.example());
        var proof = new Proof((double) health.unwell(), null, null, null);
        return Finding.of(health.unwell() > allowed ? FAIL : PASS, why, proof);
    }

    private Health health(Question question) {
        return jdbc.sql("""
                select count(*) as settled, count(*) filter (where unwell) as unwell,
                       min(name) filter (where unwell) as example
                from (select h.name,
                             s.healthy is not true or s.current_ref is distinct from rh.to_ref
                             or s.last_seen_at is null or s.last_seen_at < :unheard as unwell
                      from rollout_hosts rh join hosts h on h.id = rh.host_id
                      left join host_status s on s.host_id = rh.host_id
                      where rh.rollout_id = :rollout and rh.wave <= :wave and rh.state = 'SETTLED' and h.deleted_at is null) hosts
                """)
                .param("rollout", question.subject().rollout())
                .param("wave", question.subject().wave())
                .param("unheard", question.at().minus(hosts.offlineAfter()).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Health(row.getInt("settled"), row.getInt("unwell"), row.getString("example")))
                .single();
    }
}
