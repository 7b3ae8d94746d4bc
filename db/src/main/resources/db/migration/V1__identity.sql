-- Operators and the tokens of their programs. Credentials are stored as hashes only.
create table operators (
    id            uuid primary key,
    name          text        not null unique check (length(name) between 1 and 100),
    password_hash text        not null,
    role          text        not null check (role in ('VIEWER', 'OPERATOR', 'APPROVER', 'ADMIN')),
    created_at    timestamptz not null,
    revision      bigint      not null default 0
);

create table api_tokens (
    id         uuid primary key,
    name       text        not null check (length(name) between 1 and 100),
    token_hash bytea       not null unique,
    role       text        not null check (role in ('VIEWER', 'OPERATOR', 'APPROVER', 'ADMIN')),
    created_at timestamptz not null,
    created_by text        not null,
    expires_at timestamptz,
    revision   bigint      not null default 0
);

-- Answers to POST requests that carried an Idempotency-Key, kept for a day.
create table idempotency_keys (
    actor        text        not null,
    key          text        not null check (length(key) between 1 and 200),
    request_hash bytea       not null,
    status       int,
    headers      jsonb,
    body         bytea,
    created_at   timestamptz not null,
    primary key (actor, key)
);
create index idempotency_keys_created_at on idempotency_keys (created_at);
