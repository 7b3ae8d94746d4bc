create table enrollment_tokens (
    id          uuid primary key,
    token_hash  bytea       not null unique,
    description text        not null,
    labels      jsonb       not null default '{}',
    expires_at  timestamptz not null,
    max_uses    int         not null check (max_uses > 0),
    uses        int         not null default 0 check (uses <= max_uses),
    created_at  timestamptz not null,
    created_by  text        not null,
    revoked_at  timestamptz,
    revision    bigint      not null default 0
);

-- What people edit: changes rarely, so it may carry indexes. A deleted host keeps its row (history names it) and loses its credential.
create table hosts (
    id              uuid primary key,
    name            text        not null check (length(name) between 1 and 253),
    platform        text        not null check (platform in ('nixos', 'home-manager', 'ostree', 'rpm-ostree', 'bootc')),
    labels          jsonb       not null default '{}',
    machine_id      text        not null,
    credential_hash bytea       not null unique,
    hold_reason     text,
    hold_until      timestamptz,
    hold_actor      text,
    held_at         timestamptz,
    enrolled_at     timestamptz not null,
    deleted_at      timestamptz,
    revision        bigint      not null default 0,
    check ((hold_reason is null) = (hold_actor is null))
);
create unique index hosts_name on hosts (name) where deleted_at is null;
create index hosts_labels on hosts using gin (labels jsonb_path_ops) where deleted_at is null;

-- What hosts say: changes with every report, so it has no index but its key (HOT updates).
create table host_status (
    host_id               uuid primary key references hosts,
    phase                 text,
    current_ref           text,
    current_since         timestamptz,
    booted_ref            text,
    booted_since          timestamptz,
    default_ref           text,
    staged_ref            text,
    boot_id               text,
    boot_complete         boolean     not null default false,
    healthy               boolean,
    checks                jsonb       not null default '[]',
    message               text,
    agent_version         text,
    reported_epoch        bigint,
    -- newest ref under which this host reported healthy and complete, outside an offer or after a passed soak
    last_good_ref         text,
    last_good_since       timestamptz,
    -- what it should run while no rollout steers it; null: nobody said yet
    desired_ref           text,
    desired_generation_id uuid,
    desired_rollout_id    uuid,
    desired_since         timestamptz,
    last_report_at        timestamptz,
    last_seen_at          timestamptz
) with (fillfactor = 80);

create table host_drift (
    host_id       uuid        not null references hosts,
    kind          text        not null,
    detail        text        not null default '',
    current_ref   text,
    desired_ref   text,
    first_seen_at timestamptz not null,
    primary key (host_id, kind, detail)
);

-- What a host ran, when, why, under which rollout. Partitions are made ahead and dropped by age.
create table host_history (
    id            bigint generated always as identity,
    host_id       uuid        not null,
    at            timestamptz not null,
    kind          text        not null,
    ref           text,
    rollout_id    uuid,
    detail        text,
    primary key (at, id)
) partition by range (at);
create index host_history_host on host_history (host_id, at desc, id desc);
create table host_history_default partition of host_history default;
