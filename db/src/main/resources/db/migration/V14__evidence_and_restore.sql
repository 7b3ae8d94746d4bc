-- What a decision rested on, written down with it, so that a query can tell later whether an invariant was broken.
alter table waves
    -- under which epoch the wave last failed and last passed: I6
    add column failed_epoch bigint,
    add column passed_epoch bigint;
alter table rollout_hosts
    -- the epoch a host named when what it said last counted, and the one in force then: I13
    add column said_epoch   bigint,
    add column ruling_epoch bigint,
    -- of its newest claim: under which epoch, and when by the database's own clock, which all replicas share: I3
    add column granted_epoch bigint,
    add column granted_at   timestamptz,
    -- whether its claim had to fit the limits; a host that is down already need not: I2
    add column rationed     boolean not null default false;
alter table global_stop add column engaged_at timestamptz;

-- When a replica was last there to listen, by the database's clock, and since when hosts could speak without a break, by the
-- replicas'. Silence is measured from then on: nobody is silent for not answering a server that was away.
create table pulse (
    one             boolean     primary key default true check (one),
    beat_at         timestamptz not null default clock_timestamp(),
    listening_since timestamptz not null default '-infinity'
);
insert into pulse default values;

-- Epochs this database has never given, although its sequence is past them. A host that names one has its orders from a later
-- state of this database, which was restored to an earlier one. found_at: when a host first did.
create table epoch_gaps (
    low      bigint      not null,
    high     bigint      primary key,
    made_at  timestamptz not null,
    found_at timestamptz,
    check (low < high)
);

create function epoch_given() returns bigint
    language sql stable
    return (select case when is_called then last_value else last_value - 1 end from epochs);

create function epoch_is_unknown(said bigint) returns boolean
    language sql stable
    return said > epoch_given() or exists (select from epoch_gaps where low < said and said <= high);

-- Moves the sequence on by a stride, from what was given or from what a host has seen. Directives take their epochs while they
-- write waves: with that table locked none of them falls into the gap.
create function jump_epochs(seen bigint, stride bigint, at_time timestamptz) returns void language plpgsql as $$
declare
    given bigint;
begin
    lock table waves in share row exclusive mode;
    given := epoch_given();
    insert into epoch_gaps (low, high, made_at, found_at)
    values (given, greatest(given, seen) + stride, at_time, case when seen > given then at_time end);
    perform setval('epochs', greatest(given, seen) + stride);
end $$;

-- Hosts that named an epoch this database does not know. Open until a person decides; kept afterwards, so that late words of that
-- time reopen nothing.
create table host_conflicts (
    host_id     uuid        primary key references hosts,
    epoch       bigint      not null,
    given_epoch bigint      not null,
    found_at    timestamptz not null,
    resolved_at timestamptz,
    decision    text check (decision in ('ADOPT', 'KEEP')),
    actor       text,
    reason      text,
    check ((resolved_at is null) = (decision is null))
);
create index host_conflicts_open on host_conflicts (host_id) where resolved_at is null;

-- Was running when it was found that the database had been restored, and has not been paused for it yet.
alter table rollouts add column restored boolean not null default false;

-- As before; a host in conflict is held whatever it had reached, and no deadline runs for it, nor did one while nobody listened.
create or replace function rollout_host_states(of_rollout uuid, at_time timestamptz)
    returns table (host_id uuid, wave int, state text, reason text, from_ref text, to_ref text, rollback_ref text, touched boolean,
                   rollback_failed boolean, offered_at timestamptz, spoke_at timestamptz, claimed_at timestamptz, finished_at timestamptz,
                   rollback_claimed_at timestamptz, last_report_at timestamptz, deadline_at timestamptz, held boolean)
    language sql stable
as $$
    select rh.host_id, rh.wave, derived.state,
           rh.reason, rh.from_ref, rh.to_ref, rh.rollback_ref, rh.touched, rh.rollback_failed,
           coalesce(rh.offered_at, case when w.directive = 'OFFER' and not rh.deferred then w.directed_at end),
           rh.spoke_at, rh.claimed_at, rh.finished_at, rh.rollback_claimed_at, s.last_report_at,
           case when not hold.conflict then
               case derived.state
                   when 'OFFERED' then greatest(w.directed_at, rh.offered_at, rh.spoke_at, p.listening_since) + (w.policy ->> 'deadline')::interval
                   when 'CLAIMED' then case when w.directive = 'OFFER'
                                            then greatest(rh.claimed_at, p.listening_since) + (w.policy ->> 'deadline')::interval end
                   when 'SETTLED' then case when w.directive = 'OFFER' and w.state in ('OPEN', 'SOAKING')
                                            then greatest(s.last_report_at, rh.finished_at, p.listening_since) + (w.policy ->> 'deadline')::interval end
                   when 'ROLLING_BACK' then greatest(coalesce(rh.rollback_claimed_at, greatest(w.directed_at, rh.spoke_at)), p.listening_since)
                                            + (r.spec ->> 'rollbackDeadline')::interval
               end
           end,
           hold.held
    from rollout_hosts rh
    join rollouts r on r.id = rh.rollout_id
    join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
    join hosts h on h.id = rh.host_id
    cross join pulse p
    left join host_status s on s.host_id = rh.host_id
    left join host_conflicts c on c.host_id = rh.host_id and c.resolved_at is null and rh.active
    cross join lateral (select c.host_id is not null as conflict,
                               c.host_id is not null or (h.hold_reason is not null and coalesce(h.hold_until, 'infinity') > at_time) as held) hold
    cross join lateral (
        select case
                   when rh.state in ('ROLLED_BACK', 'SKIPPED') then rh.state
                   when w.directive = 'ROLLBACK' and rh.touched then 'ROLLING_BACK'
                   when rh.state in ('FAILED', 'SILENT') then rh.state
                   when w.directive = 'ROLLBACK' then 'SKIPPED'
                   when hold.conflict and w.directive <> 'DONE' and h.deleted_at is null then 'HELD'
                   when rh.state in ('SETTLED', 'CLAIMED', 'ROLLING_BACK') then rh.state
                   when w.directive = 'DONE' or h.deleted_at is not null then 'SKIPPED'
                   when hold.held then 'HELD'
                   when w.directive <> 'OFFER' then 'PENDING'
                   when rh.deferred then 'DEFERRED'
                   else 'OFFERED'
               end as state
    ) derived
    where rh.rollout_id = of_rollout;
$$;

-- As before; a host in conflict is told nothing.
create or replace function host_desired(at_time timestamptz)
    returns table (host_id uuid, epoch bigint, action text, ref text, generation_id uuid, rollout_id uuid, wave int, since timestamptz,
                   rollback_ref text, needs_boot boolean, live boolean, settled boolean)
    language sql stable
as $$
    select h.id,
           coalesce(w.epoch, 0),
           case when steer.offer then 'ACTIVATE' when steer.back then 'ROLLBACK' else 'NONE' end,
           case when steer.offer then rh.to_ref when steer.back then rh.rollback_ref else s.desired_ref end,
           case when steer.offer then r.generation_id
                when steer.back then generation_of(rh.rollback_ref)
                else s.desired_generation_id end,
           case when steer.offer or steer.back then r.id else s.desired_rollout_id end,
           rh.wave,
           case when steer.offer or steer.back then w.directed_at else s.desired_since end,
           rh.rollback_ref,
           coalesce(rh.needs_boot, false),
           r.id is not null and r.phase in ('ROLLING', 'SOAKING', 'AWAITING_APPROVAL', 'PAUSED', 'ROLLING_BACK'),
           coalesce(rh.state in ('SETTLED', 'ROLLED_BACK'), false)
    from hosts h
    left join host_status s on s.host_id = h.id
    left join rollout_hosts rh on rh.host_id = h.id and rh.active
    left join rollouts r on r.id = rh.rollout_id
    left join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
    left join host_conflicts c on c.host_id = h.id and c.resolved_at is null
    cross join lateral (
        select coalesce(c.host_id is null and w.directive = 'OFFER' and rh.state <> 'SKIPPED'
                        and (rh.touched or h.hold_reason is null or coalesce(h.hold_until, 'infinity') <= at_time), false) as offer,
               coalesce(c.host_id is null and w.directive = 'ROLLBACK' and rh.touched and rh.rollback_ref is not null, false) as back
    ) steer
    where h.deleted_at is null;
$$;

-- As before; a conflict is what an operator sees first.
create or replace function host_overview(at_time timestamptz, offline_after interval)
    returns table (host_id uuid, state text, epoch bigint, action text, ref text, generation_id uuid, rollout_id uuid, since timestamptz, live boolean)
    language sql stable
begin atomic
    select h.id,
           case
               when exists (select from host_conflicts c where c.host_id = h.id and c.resolved_at is null) then 'CONFLICT'
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

-- As before, and hosts in conflict.
create or replace function drift_now(at_time timestamptz, offline_after interval)
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
    where h.deleted_at is null and coalesce(s.last_seen_at, h.enrolled_at) < at_time - offline_after
    union all
    select h.id, h.name, h.platform, h.labels, 'CONFLICT', format('it has seen epoch %s, the database had given %s', c.epoch, c.given_epoch),
           s.current_ref, d.ref, c.found_at
    from host_conflicts c
    join hosts h on h.id = c.host_id
    join host_desired(at_time) d on d.host_id = h.id
    left join host_status s on s.host_id = h.id
    where h.deleted_at is null and c.resolved_at is null;
end;
