-- Two checks a row cost a plan of a million hosts as much as writing it. Its rows are written by one statement that reads the hosts, in the
-- transaction that holds the rollout's row; what is left to guard is that nobody takes either away, and that costs nothing until it is tried.
alter table rollout_hosts
    drop constraint rollout_hosts_rollout_id_fkey,
    drop constraint rollout_hosts_host_id_fkey;

create function refuse_what_is_planned() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'hosts' and exists (select from rollout_hosts rh join gone on gone.id = rh.host_id)
       or tg_table_name = 'rollouts' and exists (select from rollout_hosts rh join gone on gone.id = rh.rollout_id) then
        raise exception '% of a plan are not deleted', tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create trigger planned after delete on hosts
    referencing old table as gone for each statement execute function refuse_what_is_planned();
create trigger planned after delete on rollouts
    referencing old table as gone for each statement execute function refuse_what_is_planned();

-- Whom a rollback takes along: few among a million.
create index rollout_hosts_aside on rollout_hosts (rollout_id, wave) where state = 'SKIPPED' or inherited;

-- What a decision leaves to do to the rows of very many hosts, done after it has committed: a directive itself is one row.
create table sweeps (
    rollout_id    uuid        not null references rollouts,
    -- -1: of all
    wave          int         not null default -1,
    task          text        not null check (task in ('DEFER', 'RELEASE')),
    at            timestamptz not null,
    -- DEFER: whoever was not heard since then was away when the wave opened
    unheard_since timestamptz,
    -- RELEASE: how the rollout ended, and up to which host it has let go
    completed     boolean,
    going_back    boolean,
    done_to       uuid,
    primary key (rollout_id, task, wave)
);
