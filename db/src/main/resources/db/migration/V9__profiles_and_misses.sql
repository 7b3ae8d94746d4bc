-- What a rollout may be asked for by one word. The name is kept when a profile is deleted, so that its versions are never counted anew.
create table profiles (
    id         uuid primary key,
    name       text        not null unique check (name ~ '^[a-z][a-z0-9-]{0,62}$'),
    version    int         not null default 1,
    built_in   boolean     not null default false,
    created_at timestamptz not null,
    created_by text        not null,
    deleted_at timestamptz,
    revision   bigint      not null default 0
);

-- Every change adds one, so that name@version always means the same. Version 1 of one that is built in is what it is reset to.
create table profile_versions (
    profile_id  uuid        not null references profiles,
    version     int         not null check (version > 0),
    description text        not null default '',
    -- as in a rollout's request
    terms       jsonb       not null,
    at          timestamptz not null,
    actor       text        not null,
    primary key (profile_id, version)
);

with built_in (id, name, description, terms) as (values
    ('01900000-0000-7000-8000-000000000001'::uuid, 'canary', 'One host first, then half, then the rest',
     '{"waves":[{"name":"canary","size":"1","soak":"PT15M","maxFailed":"0"},
                {"name":"half","size":"50%","soak":"PT30M","maxFailed":"2%"},
                {"name":"rest","size":"rest","soak":"PT30M","maxFailed":"2%"}]}'::jsonb),
    ('01900000-0000-7000-8000-000000000002', 'slow', 'Four waves over most of a day',
     '{"waves":[{"name":"canary","size":"1","soak":"PT1H","maxFailed":"0"},
                {"name":"tenth","size":"10%","soak":"PT2H","maxFailed":"0"},
                {"name":"third","size":"33%","soak":"PT4H","maxFailed":"2%"},
                {"name":"rest","size":"rest","soak":"PT4H","maxFailed":"2%"}]}'),
    ('01900000-0000-7000-8000-000000000003', 'fast', 'A tenth, then the rest, within minutes',
     '{"waves":[{"name":"canary","size":"10%","soak":"PT5M","maxFailed":"0"},
                {"name":"rest","size":"rest","soak":"PT5M","maxFailed":"5%"}]}'),
    ('01900000-0000-7000-8000-000000000004', 'emergency', 'Shorter soaks, never no canary',
     '{"waves":[{"name":"canary","size":"1","soak":"PT2M","maxFailed":"0"},
                {"name":"rest","size":"rest","soak":"PT2M","maxFailed":"10%"}]}')
), named as (
    insert into profiles (id, name, built_in, created_at, created_by)
    select id, name, true, timestamptz '2026-01-01 00:00:00+00', 'breakwater' from built_in returning id
)
insert into profile_versions (profile_id, version, description, terms, at, actor)
select id, 1, description, terms, timestamptz '2026-01-01 00:00:00+00', 'breakwater' from built_in;

-- Values of a rollout's cover labels that its canary does not touch.
create table rollout_misses (
    rollout_id uuid not null references rollouts,
    ordinal    int  not null,
    label      text not null,
    -- null: the label is missing
    value      text,
    why        text not null,
    primary key (rollout_id, ordinal)
);
