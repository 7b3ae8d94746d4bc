create table rollouts (
    id            uuid primary key,
    name          text        not null check (length(name) between 1 and 200),
    generation_id uuid        not null references generations,
    selector      text        not null,
    spec          jsonb       not null,
    phase         text        not null check (phase in ('DRAFT', 'SCHEDULED', 'ROLLING', 'SOAKING', 'AWAITING_APPROVAL', 'PAUSED',
                                                        'ROLLING_BACK', 'ROLLED_BACK', 'HALTED', 'COMPLETED', 'CANCELLED', 'SUPERSEDED')),
    -- the data of that phase and of no other
    phase_state   jsonb       not null default '{}',
    reason        text,
    plan_seed     bigint      not null,
    plan_hash     text,
    created_at    timestamptz not null,
    created_by    text        not null,
    started_at    timestamptz,
    finished_at   timestamptz,
    wake_at       timestamptz,
    -- hosts of the plan that were unhealthy or offline by themselves when last counted: they use up maxUnavailable
    down          int         not null default 0,
    revision      bigint      not null default 0
);
create index rollouts_running on rollouts (id)
    where phase not in ('DRAFT', 'COMPLETED', 'ROLLED_BACK', 'CANCELLED', 'SUPERSEDED');

-- Every directive ever given has its own number, so an epoch names one order to one wave, in all rollouts.
create sequence epochs;

-- A wave is steered by its row alone: directive and epoch. No host row is touched to open, halt or take it back.
create table waves (
    rollout_id  uuid    not null references rollouts,
    ordinal     int     not null,
    name        text    not null,
    policy      jsonb   not null,
    state       text    not null default 'PENDING' check (state in ('PENDING', 'OPEN', 'SOAKING', 'PASSED', 'FAILED', 'ROLLED_BACK', 'SKIPPED')),
    directive   text    not null default 'WAIT' check (directive in ('WAIT', 'OFFER', 'ROLLBACK', 'DONE')),
    epoch       bigint  not null default 0,
    directed_at timestamptz,
    hosts       int     not null default 0,
    opened_at   timestamptz,
    soak_until  timestamptz,
    verdict     text,
    verdict_why text,
    primary key (rollout_id, ordinal)
);

-- The materialised plan. `state` holds what a host itself has brought about; the rest is derived by rollout_host_states().
create table rollout_hosts (
    rollout_id          uuid    not null references rollouts,
    host_id             uuid    not null references hosts,
    wave                int     not null,
    -- true while this rollout steers the host; at most one does (I4)
    active              boolean not null default false,
    -- offline or held when its wave opened (or held since): blocks nobody, and is offered when it speaks again
    deferred            boolean not null default false,
    state               text    not null default 'PENDING' check (state in ('PENDING', 'OFFERED', 'CLAIMED', 'SETTLED', 'FAILED', 'SILENT', 'ROLLING_BACK', 'ROLLED_BACK', 'SKIPPED')),
    reason              text,
    from_ref            text,
    to_ref              text    not null,
    -- its last good ref, recorded before it was first touched
    rollback_ref        text,
    touched             boolean not null default false,
    needs_boot          boolean not null default false,
    boot_id_before      text,
    healthy_streak      int     not null default 0,
    offered_at          timestamptz,
    spoke_at            timestamptz,
    claimed_at          timestamptz,
    finished_at         timestamptz,
    rollback_claimed_at timestamptz,
    rollback_failed     boolean not null default false,
    primary key (rollout_id, host_id)
) with (fillfactor = 80);
create unique index rollout_hosts_active on rollout_hosts (host_id) where active;
create index rollout_hosts_wave on rollout_hosts (rollout_id, wave);
-- what a claim counts
create index rollout_hosts_claimed on rollout_hosts (rollout_id) where state = 'CLAIMED';
create index rollout_hosts_going_back on rollout_hosts (rollout_id) where rollback_claimed_at is not null and state <> 'ROLLED_BACK';

create table rollout_excluded (
    rollout_id uuid not null references rollouts,
    host_id    uuid not null references hosts,
    why        text not null,
    primary key (rollout_id, host_id)
);

-- One row per transition (I11) and per deed within a rollout.
create table rollout_events (
    seq        bigint generated always as identity primary key,
    rollout_id uuid        not null references rollouts,
    at         timestamptz not null,
    type       text        not null,
    wave       text,
    actor      text        not null,
    reason     text,
    message    text        not null
);
create index rollout_events_rollout on rollout_events (rollout_id, seq);

-- The global stop: one row, read in every claim's transaction.
create table global_stop (
    one      boolean     primary key default true check (one),
    stopped  boolean     not null default false,
    reason   text,
    actor    text,
    at       timestamptz,
    revision bigint      not null default 0
);
insert into global_stop default values;

-- The state of each host in a rollout at a moment: what it brought about itself, seen through its wave's directive.
-- deadline_at: when it turns silent (or owed, under ROLLBACK) unless it answers; each answer short of a claim starts it anew, so that a
-- host kept waiting by a limit is not silent. The engine's Standing and Silence say the same in Java.
create function rollout_host_states(of_rollout uuid, at_time timestamptz)
    returns table (host_id uuid, wave int, state text, reason text, from_ref text, to_ref text, rollback_ref text, touched boolean,
                   rollback_failed boolean, offered_at timestamptz, spoke_at timestamptz, claimed_at timestamptz, finished_at timestamptz,
                   rollback_claimed_at timestamptz, last_report_at timestamptz, deadline_at timestamptz, held boolean)
    language sql stable
as $$
    select rh.host_id, rh.wave, derived.state,
           rh.reason, rh.from_ref, rh.to_ref, rh.rollback_ref, rh.touched, rh.rollback_failed,
           coalesce(rh.offered_at, case when w.directive = 'OFFER' and not rh.deferred then w.directed_at end),
           rh.spoke_at, rh.claimed_at, rh.finished_at, rh.rollback_claimed_at, s.last_report_at,
           case derived.state
               when 'OFFERED' then greatest(w.directed_at, rh.offered_at, rh.spoke_at) + (w.policy ->> 'deadline')::interval
               when 'CLAIMED' then case when w.directive = 'OFFER' then rh.claimed_at + (w.policy ->> 'deadline')::interval end
               when 'SETTLED' then case when w.directive = 'OFFER' and w.state in ('OPEN', 'SOAKING')
                                        then greatest(s.last_report_at, rh.finished_at) + (w.policy ->> 'deadline')::interval end
               when 'ROLLING_BACK' then coalesce(rh.rollback_claimed_at, greatest(w.directed_at, rh.spoke_at))
                                        + (r.spec ->> 'rollbackDeadline')::interval
           end,
           hold.held
    from rollout_hosts rh
    join rollouts r on r.id = rh.rollout_id
    join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
    join hosts h on h.id = rh.host_id
    left join host_status s on s.host_id = rh.host_id
    cross join lateral (select h.hold_reason is not null and coalesce(h.hold_until, 'infinity') > at_time as held) hold
    cross join lateral (
        select case
                   when rh.state in ('ROLLED_BACK', 'SKIPPED') then rh.state
                   when w.directive = 'ROLLBACK' and rh.touched then 'ROLLING_BACK'
                   when rh.state in ('FAILED', 'SILENT') then rh.state
                   when w.directive = 'ROLLBACK' then 'SKIPPED'
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

-- What a host should do now. One row per host that is not deleted. action NONE with a ref: stay on (or be found drifted from) that ref.
create function host_desired(at_time timestamptz)
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
    cross join lateral (
        select coalesce(w.directive = 'OFFER' and rh.state <> 'SKIPPED'
                        and (rh.touched or h.hold_reason is null or coalesce(h.hold_until, 'infinity') <= at_time), false) as offer,
               coalesce(w.directive = 'ROLLBACK' and rh.touched and rh.rollback_ref is not null, false) as back
    ) steer
    where h.deleted_at is null;
$$;
