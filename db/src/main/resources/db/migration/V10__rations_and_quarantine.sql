-- How many hosts of a scope may be away at once. A scope is a selector in its canonical text: that of a rollout, or the one that says which
-- failure domain is meant (site=ber-1). Claims lock the rows of every scope their host is in, in the order of the key.
create table rations (
    scope        text        primary key,
    -- which limited rollouts were under way when it was last built: while they are the same, every claim is entered
    basis        text        not null default '',
    whole        int         not null default 0,
    -- unhealthy or unheard by themselves, without those that are entered in ration_uses; as fresh as counted_at
    down         int         not null default 0,
    -- rows of ration_uses: never fewer than hosts are moving
    moving       int         not null default 0,
    counted_at   timestamptz not null default '-infinity',
    -- when moving was last exact
    recounted_at timestamptz not null default '-infinity'
) with (fillfactor = 50);

-- Hosts whose claim was granted. A row counts while its host moves or is down, and is dropped when somebody next finds the scope full.
create table ration_uses (
    scope      text        not null references rations on delete cascade,
    host_id    uuid        not null,
    rollout_id uuid        not null,
    -- how many might be away in this scope by the limits of the rollout that moved it; null: it has none here
    allowed    int,
    -- when the claim has run out
    until      timestamptz not null,
    primary key (scope, host_id)
);

-- The last claims granted under a start rate of n hosts: slot i mod n holds the time of claim i.
create table start_slots (
    rollout_id uuid        not null references rollouts,
    slot       int         not null,
    at         timestamptz not null,
    primary key (rollout_id, slot)
);
create table start_counts (
    rollout_id uuid   primary key references rollouts,
    starts     bigint not null
);

-- Why its claim was last put off; null once granted.
alter table rollout_hosts add column put_off text;

-- The use of a ration counts: its host moves, or is down. A host that another rollout has taken over counts until it speaks again.
create function ration_is_used(of_host uuid, of_rollout uuid, until timestamptz, at_time timestamptz, unheard_since timestamptz)
    returns boolean language sql stable
    return (select h.deleted_at is null
                   and (s.healthy is false or s.last_seen_at < unheard_since
                        or (until > at_time
                            and (rh.state = 'CLAIMED'
                                 or (rh.rollback_claimed_at is not null and rh.state <> 'ROLLED_BACK' and not rh.rollback_failed))
                            and (rh.active or coalesce(s.last_report_at <= coalesce(rh.rollback_claimed_at, rh.claimed_at), true))))
            from rollout_hosts rh join hosts h on h.id = rh.host_id left join host_status s on s.host_id = rh.host_id
            where rh.rollout_id = of_rollout and rh.host_id = of_host);

create index quarantines_newest on quarantines (id desc);
