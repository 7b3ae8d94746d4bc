-- Where a webhook gate that takes its time says its verdict: one address for each question under way, good once and for a while. Only its
-- hash is kept. `accepted`: the webhook answered 202, so the question stands until `expires_at`.
create table gate_callbacks (
    rollout_id uuid        not null,
    wave       int         not null,
    gate       text        not null,
    evaluation uuid        not null,
    token_hash bytea       not null unique,
    asked_at   timestamptz not null,
    expires_at timestamptz not null,
    accepted   boolean     not null default false,
    primary key (rollout_id, wave, gate),
    foreign key (rollout_id, wave, gate) references wave_gates
);
