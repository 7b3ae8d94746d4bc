-- What changed about what hosts should do, or about who they are: written in the transaction that changes it, by triggers, so that no
-- statement can forget it. Replicas keep answers to polls in memory and drop what a row here names.
create table host_changes (
    xid        xid8        not null default pg_current_xact_id(),
    seq        bigint      not null generated always as identity,
    -- CREDENTIAL: who these hosts are, and what they should do. HOSTS: what they should do. PLAN: what every host of the rollout should
    -- do. WAVE, ROLLOUT: the orders of those that are in it already. GENERATIONS: what a ref on the way back is called. ALL: anything.
    what       text        not null check (what in ('CREDENTIAL', 'HOSTS', 'PLAN', 'WAVE', 'ROLLOUT', 'GENERATIONS', 'ALL')),
    hosts      uuid[],
    rollout_id uuid,
    wave       int,
    primary key (xid, seq)
) with (autovacuum_vacuum_scale_factor = 0.05);

-- Which database this is: another one after a restore, and after a standby took over, which may lack what was read before.
create function database_lineage() returns text language plpgsql as $$
begin
    return (select system_identifier from pg_control_system()) || '/' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
           || '/' || 'host_changes'::regclass::oid;
end $$;

-- Rows are dropped in rounds: those that were visible when the round before began. A reader that knows this round or the one before
-- has missed none.
create table host_changes_kept (
    one      boolean     primary key default true check (one),
    round    bigint      not null default 0,
    lineage  text        not null default database_lineage(),
    seen     pg_snapshot not null default pg_current_snapshot(),
    taken_at timestamptz not null default clock_timestamp()
);
insert into host_changes_kept default values;

-- Announces all hosts of a rollout at once and keeps the rows of this transaction's next statements from announcing each of them.
create function tell_of_plan(of_rollout uuid) returns void language plpgsql as $$
begin
    insert into host_changes (what, rollout_id) values ('PLAN', of_rollout);
    perform pg_notify('host_changes', ''), set_config('breakwater.told', of_rollout::text, true);
end $$;

-- Arguments: what changed, and whether replicas are to be woken for it rather than look within half a second.
create function tell_of_host() returns trigger language plpgsql as $$
declare
    host uuid;
begin
    if tg_table_name = 'hosts' then
        host := case when tg_op = 'DELETE' then old.id else new.id end;
    else
        host := case when tg_op = 'DELETE' then old.host_id else new.host_id end;
    end if;
    insert into host_changes (what, hosts) values (tg_argv[0], array[host]);
    if tg_argv[1] = 'ring' then
        perform pg_notify('host_changes', '');
    end if;
    return null;
end $$;

create function tell_of_newcomers() returns trigger language plpgsql as $$
begin
    insert into host_changes (what, hosts)
    select 'CREDENTIAL', array_agg(id)
    from (select id, row_number() over () / 1000 as part from added) numbered
    group by part;
    perform pg_notify('host_changes', '');
    return null;
end $$;

create function tell_of_placed() returns trigger language plpgsql as $$
begin
    insert into host_changes (what, rollout_id) select distinct 'PLAN', rollout_id from added;
    perform pg_notify('host_changes', '');
    return null;
end $$;

create function tell_of_wave() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        insert into host_changes (what, rollout_id, wave) values ('WAVE', old.rollout_id, old.ordinal);
    else
        insert into host_changes (what, rollout_id, wave) values ('WAVE', new.rollout_id, new.ordinal);
    end if;
    perform pg_notify('host_changes', '');
    return null;
end $$;

create function tell_of_rollout() returns trigger language plpgsql as $$
begin
    insert into host_changes (what, rollout_id) values ('ROLLOUT', new.id);
    perform pg_notify('host_changes', '');
    return null;
end $$;

create function tell_of_all() returns trigger language plpgsql as $$
begin
    insert into host_changes (what) values (tg_argv[0]);
    perform pg_notify('host_changes', '');
    return null;
end $$;

-- The phases in which hosts of a rollout poll often; host_desired() says the same.
create function phase_is_live(phase text) returns boolean
    language sql immutable
    return phase in ('ROLLING', 'SOAKING', 'AWAITING_APPROVAL', 'PAUSED', 'ROLLING_BACK');

create trigger told_of_newcomers after insert on hosts
    referencing new table as added for each statement execute function tell_of_newcomers();
create trigger told_of_credential after update on hosts
    for each row when (old.credential_hash is distinct from new.credential_hash or old.deleted_at is distinct from new.deleted_at)
    execute function tell_of_host('CREDENTIAL', 'ring');
create trigger told_of_hold after update on hosts
    for each row when (old.hold_reason is distinct from new.hold_reason or old.hold_until is distinct from new.hold_until)
    execute function tell_of_host('HOSTS', 'ring');
create trigger told_of_removal after delete on hosts
    for each row execute function tell_of_host('CREDENTIAL', 'ring');

create trigger told_of_desired after update of desired_ref, desired_generation_id on host_status
    for each row when ((old.desired_ref is distinct from new.desired_ref or old.desired_generation_id is distinct from new.desired_generation_id)
                       and coalesce(current_setting('breakwater.told', true), '') <> coalesce(new.desired_rollout_id::text, 'nobody'))
    execute function tell_of_host('HOSTS', 'quiet');
create trigger told_of_first_desired after insert on host_status
    for each row when (new.desired_ref is not null or new.desired_generation_id is not null)
    execute function tell_of_host('HOSTS', 'quiet');
create trigger told_of_undesired after delete on host_status
    for each row execute function tell_of_host('HOSTS', 'quiet');

create trigger told_of_placed after insert on rollout_hosts
    referencing new table as added for each statement execute function tell_of_placed();
create trigger told_of_turn after update on rollout_hosts
    for each row when ((old.active is distinct from new.active or old.wave is distinct from new.wave
                        or old.touched is distinct from new.touched or (old.state = 'SKIPPED') is distinct from (new.state = 'SKIPPED')
                        or old.to_ref is distinct from new.to_ref or old.rollback_ref is distinct from new.rollback_ref
                        or old.needs_boot is distinct from new.needs_boot)
                       and coalesce(current_setting('breakwater.told', true), '') <> new.rollout_id::text)
    execute function tell_of_host('HOSTS', 'quiet');
create trigger told_of_unplaced after delete on rollout_hosts
    for each row execute function tell_of_host('HOSTS', 'quiet');

create trigger told_of_new_wave after insert or delete on waves
    for each row execute function tell_of_wave();
create trigger told_of_directive after update on waves
    for each row when (old.directive <> new.directive or old.epoch <> new.epoch
                       or (old.policy ->> 'deadline') is distinct from (new.policy ->> 'deadline'))
    execute function tell_of_wave();
create trigger told_of_phase after update on rollouts
    for each row when (phase_is_live(old.phase) <> phase_is_live(new.phase) or old.generation_id <> new.generation_id
                       or (old.spec ->> 'rollbackDeadline') is distinct from (new.spec ->> 'rollbackDeadline'))
    execute function tell_of_rollout();

create trigger told_of_conflict after insert or update or delete on host_conflicts
    for each row execute function tell_of_host('HOSTS', 'ring');

create trigger told_of_artifacts after insert or update or delete on artifacts
    for each statement execute function tell_of_all('GENERATIONS');
create trigger told_of_name after update on generations
    for each row when (old.name <> new.name) execute function tell_of_all('ALL');

create trigger told_of_truncated_hosts after truncate on hosts for each statement execute function tell_of_all('ALL');
create trigger told_of_truncated_plan after truncate on rollout_hosts for each statement execute function tell_of_all('ALL');
