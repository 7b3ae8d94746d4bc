package dev.breakwater.drift;

import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drift that reports leave behind. */
@Repository
class DriftStore {
    private static final int LONGEST_DETAIL = 500;

    private static final String REPLACE = """
            with said as (
                select * from unnest(:hosts::uuid[], :currents::text[], :reverted::boolean[], :messages::text[], :untold::boolean[])
                    as said (host_id, current_ref, reverted, message, untold)),
            should as (
                select said.*, d.ref, d.live, d.ref is not null and said.current_ref is not null and d.ref <> said.current_ref as differs
                from said join host_desired(:now) d on d.host_id = said.host_id),
            earlier as (select host_id, kind, detail from host_drift where host_id = any (:hosts)),
            standing as (
                select host_id, 'NOT_DESIRED' as kind, '' as detail from should where differs and not live
                union all
                select host_id, 'UNKNOWN_REF', '' from should where differs and not live and generation_of(current_ref) is null
                union all
                select host_id, 'SELF_REVERTED', message from should where differs and reverted
                union all
                select host_id, e.kind, e.detail from earlier e join should using (host_id)
                where e.kind = 'SELF_REVERTED' and differs and not reverted
                union
                select * from unnest(:toldHosts::uuid[], :kinds::text[], :details::text[])
                union all
                select host_id, e.kind, e.detail from earlier e join said using (host_id)
                where said.untold and e.kind not in ('NOT_DESIRED', 'UNKNOWN_REF', 'SELF_REVERTED')),
            gone as (
                delete from host_drift d using earlier e
                where d.host_id = e.host_id and d.kind = e.kind and d.detail = e.detail
                  and (e.host_id, e.kind, e.detail) not in (select * from standing)
                returning d.host_id, d.kind),
            come as (
                insert into host_drift (host_id, kind, detail, current_ref, desired_ref, first_seen_at)
                select s.host_id, s.kind, s.detail, said.current_ref, should.ref, :now
                from standing s join said using (host_id) left join should using (host_id)
                where (s.host_id, s.kind, s.detail) not in (select * from earlier)
                order by s.host_id
                returning host_id, kind)
            select host_id, kind, false as appeared from gone union all select host_id, kind, true from come""";

    private final JdbcClient jdbc;

    DriftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one host's report says. Drift that the host left out stays as it was. */
    record Found(
            HostId host,
            @Nullable String currentRef,
            boolean reverted,
            @Nullable String message,
            @Nullable List<HostReport.Drift> reported) {
        private Stream<Told> told() {
            return reported == null
                    ? Stream.empty()
                    : reported.stream().map(drift -> new Told(host, drift.kind().name(), brief(drift.detail())));
        }
    }

    private record Told(HostId host, String kind, String detail) {}

    record Change(UUID hostId, String kind, boolean appeared) {}

    /**
     * Makes the hosts' rows say what stands now and returns what came and went; a row that stays keeps when it was first seen. A host
     * that reverted by itself stays so until it runs what it should.
     */
    List<Change> replace(List<Found> found, Instant now) {
        var told = found.stream().flatMap(Found::told).toList();
        return jdbc.sql(REPLACE)
                .param("hosts", found.stream().map(each -> each.host().value()).toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("currents", found.stream().map(Found::currentRef).toArray(String[]::new))
                .param("reverted", found.stream().map(Found::reverted).toArray(Boolean[]::new))
                .param(
                        "messages",
                        found.stream().map(each -> brief(each.message())).toArray(String[]::new))
                .param(
                        "untold",
                        found.stream().map(each -> each.reported() == null).toArray(Boolean[]::new))
                .param(
                        "toldHosts",
                        told.stream().map(each -> each.host().value()).toArray(UUID[]::new))
                .param("kinds", told.stream().map(Told::kind).toArray(String[]::new))
                .param("details", told.stream().map(Told::detail).toArray(String[]::new))
                .query((row, _) -> new Change(
                        row.getObject("host_id", UUID.class), row.getString("kind"), row.getBoolean("appeared")))
                .list();
    }

    /** Of these, the hosts that have any. */
    Set<HostId> standing(Collection<HostId> hosts) {
        var standing = new HashSet<HostId>();
        jdbc.sql("select distinct host_id from host_drift where host_id = any (:hosts)")
                .param("hosts", hosts.stream().map(HostId::value).toArray(UUID[]::new))
                .query(row -> {
                    standing.add(new HostId(row.getObject("host_id", UUID.class)));
                });
        return standing;
    }

    private static String brief(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= LONGEST_DETAIL ? printable : printable.substring(0, LONGEST_DETAIL);
    }
}
