-- What the rollout's hosts had shown when it ended: the experience that the next one's expected failure rate is drawn from.
alter table rollouts add column judged int, add column failed int;
create index rollouts_completed on rollouts (finished_at) where phase = 'COMPLETED';

-- What waves may be asked to pass. `secret` is sealed with the server's key.
create table gates (
    id                 uuid        primary key,
    name               text        not null unique check (name ~ '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$'),
    type               text        not null check (type in ('HEALTH', 'PROMETHEUS', 'WEBHOOK', 'ALERTMANAGER')),
    config             jsonb       not null,
    secret             text,
    dry_run            boolean     not null,
    on_no_data         text        not null check (on_no_data in ('WAIT', 'PAUSE', 'FAIL', 'PASS')),
    interval_seconds   int         not null check (interval_seconds between 1 and 86400),
    timeout_seconds    int         not null check (timeout_seconds between 1 and 60),
    consecutive_errors int         not null check (consecutive_errors between 1 and 100),
    created_at         timestamptz not null,
    created_by         text        not null,
    revision           bigint      not null default 0
);

-- The definitions as they were when the rollout was drafted: no edit changes a rollout.
create table rollout_gates (
    rollout_id         uuid    not null references rollouts,
    name               text    not null,
    type               text    not null,
    config             jsonb   not null,
    secret             text,
    dry_run            boolean not null,
    on_no_data         text    not null,
    interval_seconds   int     not null,
    timeout_seconds    int     not null,
    consecutive_errors int     not null,
    primary key (rollout_id, name)
);

-- What a gate of a wave said last, and when it is asked next. One row each, leased to whoever asks.
create table wave_gates (
    rollout_id   uuid        not null references rollouts,
    wave         int         not null,
    gate         text        not null,
    next_at      timestamptz not null default '-infinity',
    -- names the question that is being asked; the same one again if whoever asked it died
    evaluation   uuid,
    leased_until timestamptz,
    verdict      text check (verdict in ('PASS', 'FAIL', 'INCONCLUSIVE', 'NO_DATA', 'ERROR')),
    pauses       boolean     not null default false,
    why          text,
    at           timestamptz,
    errors       int         not null default 0,
    primary key (rollout_id, wave, gate),
    foreign key (rollout_id, wave) references waves,
    foreign key (rollout_id, gate) references rollout_gates
) with (fillfactor = 80);

-- Every answer a gate gave, as evidence. Kept for a while.
create table gate_evaluations (
    seq        bigint generated always as identity primary key,
    id         uuid        not null,
    rollout_id uuid        not null references rollouts,
    wave       int         not null,
    gate       text        not null,
    at         timestamptz not null,
    verdict    text        not null,
    why        text        not null,
    value      double precision,
    query      text,
    link       text,
    raw        text
);
create index gate_evaluations_rollout on gate_evaluations (rollout_id, seq);
create index gate_evaluations_at on gate_evaluations (at);
