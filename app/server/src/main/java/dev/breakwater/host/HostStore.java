package dev.breakwater.host;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Host rows: what people edit. */
@Repository
class HostStore {
    private final JdbcClient jdbc;
    private final Json json;

    HostStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Known(
            HostId id,
            String name,
            Platform platform,
            String machineId,
            Map<String, String> labels,
            boolean held,
            long revision) {}

    private record Row(
            UUID id,
            String name,
            String platform,
            String machineId,
            String labels,
            @Nullable String holdReason,
            long revision) {}

    Optional<Known> lockByName(String name) {
        return jdbc.sql(KNOWN + "name = :name and deleted_at is null for no key update")
                .param("name", name)
                .query(Row.class)
                .optional()
                .map(this::known);
    }

    Optional<Known> lock(HostId host) {
        return jdbc.sql(KNOWN + "id = :id and deleted_at is null for no key update")
                .param("id", host.value())
                .query(Row.class)
                .optional()
                .map(this::known);
    }

    private static final String KNOWN =
            "select id, name, platform, machine_id, labels, hold_reason, revision from hosts where ";

    private Known known(Row row) {
        return new Known(
                new HostId(row.id()),
                row.name(),
                Platform.of(row.platform()),
                row.machineId(),
                json.labels(row.labels()),
                row.holdReason() != null,
                row.revision());
    }

    /** False when a host of this name is there already. */
    boolean insert(
            HostId id, EnrollmentRequest request, Map<String, String> labels, byte[] credentialHash, Instant now) {
        var current = request.current() == null ? null : request.current().ref();
        return jdbc.sql("""
                        with host as (
                            insert into hosts (id, name, platform, labels, machine_id, credential_hash, enrolled_at)
                            values (:id, :name, :platform, cast(:labels as jsonb), :machine, :hash, :now)
                            on conflict (name) where deleted_at is null do nothing
                            returning id, enrolled_at),
                        history as (
                            insert into host_history (host_id, at, kind, ref)
                            select id, enrolled_at, 'ENROLLED', cast(:current as text) from host)
                        insert into host_status (host_id, current_ref, current_since, last_seen_at)
                        select id, cast(:current as text), case when cast(:current as text) is not null then enrolled_at end, enrolled_at
                        from host""")
                        .param("id", id.value())
                        .param("name", request.name())
                        .param("platform", request.platform().wire())
                        .param("labels", json.text(labels))
                        .param("machine", request.machineId())
                        .param("hash", credentialHash)
                        .param("current", current)
                        .param("now", Moments.utc(now))
                        .update()
                == 1;
    }

    void rotate(HostId id, Map<String, String> labels, byte[] credentialHash, Instant now) {
        jdbc.sql("""
                        with history as (
                            insert into host_history (host_id, at, kind) values (:id, :now, 'REENROLLED')),
                        present as (update host_status set last_seen_at = :now where host_id = :id)
                        update hosts set credential_hash = :hash, labels = cast(:labels as jsonb), revision = revision + 1
                        where id = :id""")
                .param("id", id.value())
                .param("hash", credentialHash)
                .param("labels", json.text(labels))
                .param("now", Moments.utc(now))
                .update();
    }

    Optional<HostId> byCredential(byte[] credentialHash) {
        return jdbc.sql("select id from hosts where credential_hash = :hash and deleted_at is null")
                .param("hash", credentialHash)
                .query(UUID.class)
                .optional()
                .map(HostId::new);
    }

    Optional<Platform> platform(HostId host) {
        return jdbc.sql("select platform from hosts where id = :id")
                .param("id", host.value())
                .query(String.class)
                .optional()
                .map(Platform::of);
    }

    Map<HostId, Platform> platforms(Collection<HostId> of) {
        var platforms = new HashMap<HostId, Platform>();
        jdbc.sql("select id, platform from hosts where id = any (:hosts)")
                .param("hosts", of.stream().map(HostId::value).toArray(UUID[]::new))
                .query(row -> {
                    platforms.put(new HostId(row.getObject("id", UUID.class)), Platform.of(row.getString("platform")));
                });
        return platforms;
    }

    String name(HostId host) {
        return jdbc.sql("select name from hosts where id = :id")
                .param("id", host.value())
                .query((row, _) -> row.getString(1))
                .optional()
                .orElseThrow(() -> new HostNotFound(host));
    }

    void label(HostId id, Map<String, String> labels) {
        jdbc.sql("update hosts set labels = cast(:labels as jsonb), revision = revision + 1 where id = :id")
                .param("id", id.value())
                .param("labels", json.text(labels))
                .update();
    }

    void hold(HostId id, HostPatch.NewHold hold, String actor, Instant now) {
        jdbc.sql("""
                        update hosts set hold_reason = :reason, hold_until = :until, hold_actor = :actor, held_at = :now, revision = revision + 1
                        where id = :id""")
                .param("id", id.value())
                .param("reason", hold.reason())
                .param("until", Moments.utcOrNull(hold.until()))
                .param("actor", actor)
                .param("now", Moments.utc(now))
                .update();
    }

    void release(HostId id) {
        jdbc.sql("""
                        update hosts set hold_reason = null, hold_until = null, hold_actor = null, held_at = null, revision = revision + 1
                        where id = :id""").param("id", id.value()).update();
    }

    /** History keeps naming the host, so its row stays; its credential is overwritten with something nobody can present. */
    void delete(HostId id, Instant now) {
        jdbc.sql("""
                        with drift as (delete from host_drift where host_id = :id)
                        update hosts set deleted_at = :now, credential_hash = sha256(convert_to('deleted ' || id, 'UTF8')), revision = revision + 1
                        where id = :id""").param("id", id.value()).param("now", Moments.utc(now)).update();
    }

    /** Rows that are locked belong to a report, which writes the same moment itself. */
    void repeated(Collection<HostId> hosts, Instant now) {
        jdbc.sql("""
                        with present as (
                            select host_id from host_status where host_id = any(:hosts) order by host_id for no key update skip locked)
                        update host_status s set last_seen_at = greatest(s.last_seen_at, :now), last_report_at = greatest(s.last_report_at, :now)
                        from present where s.host_id = present.host_id""")
                .param("hosts", hosts.stream().map(HostId::value).toArray(UUID[]::new))
                .param("now", Moments.utc(now))
                .update();
    }

    void seen(Collection<HostId> hosts, Instant now) {
        jdbc.sql("""
                        with present as (
                            select host_id from host_status
                            where host_id = any(:hosts) and (last_seen_at is null or last_seen_at < :now)
                            order by host_id for no key update skip locked)
                        update host_status s set last_seen_at = :now from present where s.host_id = present.host_id""")
                .param("hosts", hosts.stream().map(HostId::value).toArray(UUID[]::new))
                .param("now", Moments.utc(now))
                .update();
    }
}
