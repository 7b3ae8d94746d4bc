-- One row per host that is not deleted: what it should run, and the state that follows. Precedence of states: design, "host".
create function host_overview(at_time timestamptz, offline_after interval)
    returns table (host_id uuid, state text, epoch bigint, action text, ref text, generation_id uuid, rollout_id uuid, since timestamptz, live boolean)
    language sql stable
begin atomic
    select h.id,
           case
               when h.hold_reason is not null and coalesce(h.hold_until, 'infinity') > at_time then 'HELD'
               when coalesce(s.last_seen_at, h.enrolled_at) < at_time - offline_after then 'SILENT'
               when d.live and d.action <> 'NONE' and not (d.settled and s.current_ref is not distinct from d.ref) then 'UPDATING'
               when not s.healthy then 'UNHEALTHY'
               when exists (select from host_drift f where f.host_id = h.id and not (d.live and f.kind in ('NOT_DESIRED', 'UNKNOWN_REF'))) then 'DRIFTED'
               when d.ref is null then 'UNMANAGED'
               when d.action = 'NONE' and not d.live and s.current_ref is distinct from d.ref then 'DRIFTED'
               else 'CURRENT'
           end,
           d.epoch, d.action, d.ref, d.generation_id, d.rollout_id, d.since, d.live
    from hosts h
    join host_desired(at_time) d on d.host_id = h.id
    left join host_status s on s.host_id = h.id
    where h.deleted_at is null;
end;

-- Drift that stands now: what reports left in host_drift, and hosts not heard of. A host in a running rollout is not drifted for being behind.
create function drift_now(at_time timestamptz, offline_after interval)
    returns table (host_id uuid, name text, platform text, labels jsonb, kind text, detail text, current_ref text, desired_ref text, first_seen_at timestamptz)
    language sql stable
begin atomic
    select h.id, h.name, h.platform, h.labels, f.kind, f.detail, s.current_ref, d.ref, f.first_seen_at
    from host_drift f
    join hosts h on h.id = f.host_id
    join host_desired(at_time) d on d.host_id = h.id
    left join host_status s on s.host_id = h.id
    where h.deleted_at is null and not (d.live and f.kind in ('NOT_DESIRED', 'UNKNOWN_REF'))
    union all
    select h.id, h.name, h.platform, h.labels, 'SILENT', '', s.current_ref, d.ref, coalesce(s.last_seen_at, h.enrolled_at) + offline_after
    from hosts h
    join host_desired(at_time) d on d.host_id = h.id
    left join host_status s on s.host_id = h.id
    where h.deleted_at is null and coalesce(s.last_seen_at, h.enrolled_at) < at_time - offline_after;
end;

-- Makes monthly partitions of host_history ahead, moving what the default partition holds of them, and drops those past keeping.
create function keep_host_history(at_time timestamptz, months_ahead int, keep interval) returns void language plpgsql as $$
declare
    first_day timestamptz;
    next_day  timestamptz;
    part      text;
begin
    perform pg_advisory_xact_lock(hashtext('keep_host_history'));
    for ahead in 0..months_ahead loop
        first_day := (date_trunc('month', at_time at time zone 'UTC') + make_interval(months => ahead)) at time zone 'UTC';
        next_day := (first_day at time zone 'UTC' + interval '1 month') at time zone 'UTC';
        part := to_char(first_day at time zone 'UTC', '"host_history_"YYYY_MM');
        if to_regclass(part) is null then
            execute format('create table %I (like host_history including constraints including defaults)', part);
            execute format('with moved as (delete from host_history_default where at >= %L and at < %L returning *) insert into %I select * from moved',
                           first_day, next_day, part);
            execute format('alter table host_history attach partition %I for values from (%L) to (%L)', part, first_day, next_day);
        end if;
    end loop;
    for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'host_history'::regclass and c.relname ~ '^host_history_\d{4}_\d{2}$'
                  and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= (at_time - keep) at time zone 'UTC' loop
        execute format('drop table %I', part);
    end loop;
    delete from host_history_default where at < at_time - keep;
end $$;
select keep_host_history(now(), 2, interval '100 years');
