create table generations (
    id              uuid primary key,
    name            text        not null check (length(name) between 1 and 200),
    platform        text        not null check (platform in ('nixos', 'home-manager', 'ostree', 'rpm-ostree', 'bootc')),
    source_revision text,
    source_url      text,
    notes           text,
    created_at      timestamptz not null,
    created_by      text        not null,
    revision        bigint      not null default 0,
    unique (platform, name)
);

-- One ref of a generation: for one named host, for the hosts of a selector, or (both null) for all.
create table artifacts (
    generation_id uuid not null references generations,
    ordinal       int  not null,
    host_name     text,
    selector      text,
    ref           text not null,
    primary key (generation_id, ordinal),
    check (host_name is null or selector is null)
);
create unique index artifacts_host on artifacts (generation_id, host_name) where host_name is not null;
create index artifacts_ref on artifacts (ref);

create table quarantines (
    id             uuid primary key,
    generation_id  uuid        not null references generations,
    selector       text        not null,
    reason         text        not null,
    rollout_id     uuid,
    actor          text        not null,
    at             timestamptz not null,
    released_at    timestamptz,
    released_by    text,
    release_reason text
);
create unique index quarantines_standing on quarantines (generation_id, selector) where released_at is null;

-- The generation a ref belongs to, newest first: refs may be shared by several.
create function generation_of(wanted text) returns uuid
    language sql stable
    return (select g.id from artifacts a join generations g on g.id = a.generation_id
            where a.ref = wanted order by g.created_at desc, g.id desc limit 1);
