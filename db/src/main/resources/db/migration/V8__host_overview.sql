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
