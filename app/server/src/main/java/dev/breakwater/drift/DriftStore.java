package dev.breakwater.drift;

import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drift that reports leave behind. */
@Repository
class DriftStore {
    private static final int LONGEST_DETAIL = 500;
    private final JdbcClient jdbc;

    DriftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one report says. Drift that the host left out stays as it was. */
    record Found(
            @Nullable String currentRef,
            boolean reverted,
            @Nullable String message,
            @Nullable List<HostReport.Drift> reported) {
        String[] kinds() {
            return reported == null
                    ? new String[0]
                    : reported.stream().map(drift -> drift.kind().name()).toArray(String[]::new);
        }

        String[] details() {
            return reported == null
                    ? new String[0]
                    : reported.stream().map(drift -> brief(drift.detail())).toArray(String[]::new);
        }
    }

    record Change(String kind, boolean appeared) {}

    /**
     * Makes the host's rows say what stands now and returns what came and went; a row that stays keeps when it was first seen. A host
     * that reverted by itself stays so until it runs what it should.
     */
    List<Change> replace(HostId host, Found found, Instant now) {
        return jdbc.sql("""
                        with should as (
                            select ref, live, ref is not null and cast(:current as text) is not null and ref <> :current as differs
                            from host_desired(:now) where host_id = :host),
                        earlier as (select kind, detail from host_drift where host_id = :host),
                        standing as (
                            select 'NOT_DESIRED' as kind, '' as detail from should where differs and not live
                            union all
                            select 'UNKNOWN_REF', '' from should where differs and not live and generation_of(:current) is null
                            union all
                            select 'SELF_REVERTED', :message from should where differs and :reverted
                            union all
                            select kind, detail from earlier, should where kind = 'SELF_REVERTED' and differs and not :reverted
                            union
                            select kind, detail from unnest(cast(:kinds as text[]), cast(:details as text[])) as told (kind, detail)
                            union all
                            select kind, detail from earlier
                            where :untold and kind not in ('NOT_DESIRED', 'UNKNOWN_REF', 'SELF_REVERTED')),
                        gone as (
                            delete from host_drift d
                            where host_id = :host and not exists (select from standing s where s.kind = d.kind and s.detail = d.detail)
                            returning kind),
                        come as (
                            insert into host_drift (host_id, kind, detail, current_ref, desired_ref, first_seen_at)
                            select :host, s.kind, s.detail, :current, (select ref from should), :now
                            from standing s where not exists (select from earlier e where e.kind = s.kind and e.detail = s.detail)
                            returning kind)
                        select kind, false as appeared from gone union all select kind, true from come""")
                .param("host", host.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("current", found.currentRef())
                .param("reverted", found.reverted())
                .param("message", brief(found.message()))
                .param("kinds", found.kinds())
                .param("details", found.details())
                .param("untold", found.reported() == null)
                .query(new SimplePropertyRowMapper<>(Change.class))
                .list();
    }

    boolean stands(HostId host) {
        return jdbc.sql("select exists (select from host_drift where host_id = :host)")
                .param("host", host.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private static String brief(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= LONGEST_DETAIL ? printable : printable.substring(0, LONGEST_DETAIL);
    }
}
