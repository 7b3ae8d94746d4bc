-- How many hosts of a wave stand alike: the sum over the rows, so that a decision costs the same for ten hosts and for a million. Written
-- by triggers in the transaction that moves a host, so that no statement can forget it; only ever appended to, so that hosts that
-- move at once wait for nobody; folded by whoever holds the rollout's row.
create table wave_tallies (
    rollout_id      uuid    not null,
    wave            int     not null,
    state           text    not null,
    touched         boolean not null,
    deferred        boolean not null,
    rollback_failed boolean not null,
    owed            boolean not null,
    going_back      boolean not null,
    put_off         text,
    hosts           int     not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_scale_factor = 0.5);
create index wave_tallies_rollout on wave_tallies (rollout_id);

-- still on its way back when its deadline passed, as the last look found; cleared when its clock begins anew
alter table rollout_hosts add column owed boolean not null default false;
create index rollout_hosts_owed on rollout_hosts (rollout_id, wave) where owed;
-- what a claim to go back asks of later waves
create index rollout_hosts_to_go_back on rollout_hosts (rollout_id, wave)
    where touched and rollback_claimed_at is null and state <> 'ROLLED_BACK';

-- pages of a rollout's hosts: those that are lost, and all in the order of their names
create index rollout_hosts_lost on rollout_hosts (rollout_id, wave) where state in ('FAILED', 'SILENT');
create index hosts_by_name on hosts (name, id);

insert into wave_tallies
select rollout_id, wave, state, touched, deferred, rollback_failed, owed, rollback_claimed_at is not null, put_off, count(*)
from rollout_hosts group by 1, 2, 3, 4, 5, 6, 7, 8, 9;

create function tally_placed() returns trigger language plpgsql as $$
begin
    insert into wave_tallies
    select rollout_id, wave, state, touched, deferred, rollback_failed, owed, rollback_claimed_at is not null, put_off, count(*)
    from placed group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
    return null;
end $$;

create function tally_moved() returns trigger language plpgsql as $$
begin
    insert into wave_tallies values
        (old.rollout_id, old.wave, old.state, old.touched, old.deferred, old.rollback_failed, old.owed,
         old.rollback_claimed_at is not null, old.put_off, -1),
        (new.rollout_id, new.wave, new.state, new.touched, new.deferred, new.rollback_failed, new.owed,
         new.rollback_claimed_at is not null, new.put_off, 1);
    return null;
end $$;

create function tally_gone() returns trigger language plpgsql as $$
begin
    insert into wave_tallies
    select rollout_id, wave, state, touched, deferred, rollback_failed, owed, rollback_claimed_at is not null, put_off, -count(*)
    from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
    return null;
end $$;

create function tally_none() returns trigger language plpgsql as $$
begin
    truncate wave_tallies;
    return null;
end $$;

-- A plan is written by thousands of rows a statement, hosts move one by one: a row that keeps its place costs a comparison.
create trigger tallied_placed after insert on rollout_hosts
    referencing new table as placed for each statement execute function tally_placed();
create trigger tallied_moved after update on rollout_hosts for each row
    when ((old.wave, old.state, old.touched, old.deferred, old.rollback_failed, old.owed, old.rollback_claimed_at is null, old.put_off)
          is distinct from
          (new.wave, new.state, new.touched, new.deferred, new.rollback_failed, new.owed, new.rollback_claimed_at is null, new.put_off))
    execute function tally_moved();
create trigger tallied_gone after delete on rollout_hosts
    referencing old table as gone for each statement execute function tally_gone();
create trigger tallied_none after truncate on rollout_hosts for each statement execute function tally_none();

-- Under the lock of the rollout's row: what was appended since becomes one row per group again.
create function fold_tallies(of_rollout uuid) returns void language plpgsql as $$
begin
    if not exists (select from wave_tallies where rollout_id = of_rollout offset 300) then
        return;
    end if;
    with spent as (delete from wave_tallies where rollout_id = of_rollout returning *)
    insert into wave_tallies
    select rollout_id, wave, state, touched, deferred, rollback_failed, owed, going_back, put_off, sum(hosts)
    from spent group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(hosts) <> 0;
end $$;

-- Where a host stands: what it brought about itself, seen through its wave's directive. held: by a person, or in conflict.
create function host_stands(state text, touched boolean, deferred boolean, directive text, held boolean, conflict boolean, deleted boolean)
    returns text language sql immutable parallel safe
    return case
               when state in ('ROLLED_BACK', 'SKIPPED') then state
               when directive = 'ROLLBACK' and touched then 'ROLLING_BACK'
               when state in ('FAILED', 'SILENT') then state
               when directive = 'ROLLBACK' then 'SKIPPED'
               when conflict and directive <> 'DONE' and not deleted then 'HELD'
               when state in ('SETTLED', 'CLAIMED', 'ROLLING_BACK') then state
               when directive = 'DONE' or deleted then 'SKIPPED'
               when held then 'HELD'
               when directive <> 'OFFER' then 'PENDING'
               when deferred then 'DEFERRED'
               else 'OFFERED'
           end;

-- As before, and whether it was found owed.
drop function rollout_host_states(uuid, timestamptz);
create function rollout_host_states(of_rollout uuid, at_time timestamptz)
    returns table (host_id uuid, wave int, state text, reason text, from_ref text, to_ref text, rollback_ref text, touched boolean,
                   rollback_failed boolean, offered_at timestamptz, spoke_at timestamptz, claimed_at timestamptz, finished_at timestamptz,
                   rollback_claimed_at timestamptz, last_report_at timestamptz, deadline_at timestamptz, held boolean, owed boolean)
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
           hold.held, rh.owed
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
        select host_stands(rh.state, rh.touched, rh.deferred, w.directive, hold.held, hold.conflict, h.deleted_at is not null) as state
    ) derived
    where rh.rollout_id = of_rollout;
$$;

-- The few hosts that stand elsewhere than their row and their wave's directive say: held, in conflict, or deleted since they were planned.
create index hosts_held on hosts (coalesce(hold_until, 'infinity')) where hold_reason is not null;
create index hosts_deleted on hosts (deleted_at) where deleted_at is not null;

-- Sums, and then the few that stand apart moved from where the sums have them. A rollout's clock and a deletion's may be those of
-- two replicas: hence the day.
create function wave_counts(of_rollouts uuid[], at_time timestamptz)
    returns table (rollout_id uuid, wave int, state text, hosts bigint, touched bigint, owed bigint, rollback_failed bigint)
    language sql stable
as $$
    with counted as (
        select t.rollout_id, t.wave, host_stands(t.state, t.touched, t.deferred, w.directive, false, false, false) as state,
               t.hosts, case when t.touched then t.hosts else 0 end as touched, case when t.owed then t.hosts else 0 end as owed,
               case when t.rollback_failed then t.hosts else 0 end as failed
        from (select x.rollout_id, x.wave, x.state, x.touched, x.deferred, x.rollback_failed, x.owed, sum(x.hosts) as hosts
              from wave_tallies x where x.rollout_id = any (of_rollouts)
              group by x.rollout_id, x.wave, x.state, x.touched, x.deferred, x.rollback_failed, x.owed) t
        join waves w on w.rollout_id = t.rollout_id and w.ordinal = t.wave
        union all
        select rh.rollout_id, rh.wave, as_if.state, as_if.sign, case when rh.touched then as_if.sign else 0 end,
               case when rh.owed then as_if.sign else 0 end, case when rh.rollback_failed then as_if.sign else 0 end
        from (select x.host_id, bool_or(x.held) as held, bool_or(x.conflict) as conflict, bool_or(x.deleted) as deleted
              from (select id as host_id, true as held, false as conflict, false as deleted from hosts
                    where hold_reason is not null and coalesce(hold_until, 'infinity') > at_time
                    union all
                    select id, false, false, true from hosts
                    where deleted_at >= (select min(r.created_at) - interval '1 day' from rollouts r where r.id = any (of_rollouts))
                    union all
                    select c.host_id, false, true, false from host_conflicts c where c.resolved_at is null) x
              group by x.host_id) apart
        join rollout_hosts rh on rh.host_id = apart.host_id and rh.rollout_id = any (of_rollouts)
        join waves w on w.rollout_id = rh.rollout_id and w.ordinal = rh.wave
        cross join lateral (values (-1, host_stands(rh.state, rh.touched, rh.deferred, w.directive, false, false, false)),
                                   (1, host_stands(rh.state, rh.touched, rh.deferred, w.directive,
                                                   apart.held or (apart.conflict and rh.active), apart.conflict and rh.active, apart.deleted))
                           ) as_if (sign, state))
    select c.rollout_id, c.wave, c.state, sum(c.hosts)::bigint, sum(c.touched)::bigint,
           coalesce(sum(c.owed) filter (where c.state = 'ROLLING_BACK'), 0)::bigint,
           coalesce(sum(c.failed) filter (where c.state = 'ROLLING_BACK'), 0)::bigint
    from counted c group by c.rollout_id, c.wave, c.state having sum(c.hosts) <> 0;
$$;

-- What time alone makes of hosts is found by looking at a wave, not by counting it. Clocks only move on, and one that begins after a look
-- runs its whole deadline: so what the last look found bounds what there is to find.
alter table waves
    -- no host turns silent or owed before; null: look now
    add column look_at     timestamptz,
    add column looked_at   timestamptz,
    -- every settled host has reported since; null: nobody knows
    add column heard_since timestamptz;
