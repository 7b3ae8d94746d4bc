-- Maintenance windows and freezes. selector: '' binds no host by itself, '*' every host.
create table calendars (
    id         uuid primary key,
    name       text        not null unique check (length(name) between 1 and 200),
    kind       text        not null check (kind in ('WINDOW', 'FREEZE')),
    selector   text        not null,
    zone       text        not null,
    overrun    text        not null check (overrun in ('FINISH_HOSTS', 'FINISH_WAVE')),
    entries    jsonb       not null,
    created_at timestamptz not null,
    created_by text        not null,
    updated_at timestamptz not null,
    revision   bigint      not null default 0
);

-- One row, counted up by every change of a calendar and read by every claim: what replicas keep unrolled is as old as this says.
create table calendar_changes (
    one boolean primary key default true check (one),
    seq bigint  not null default 0
);
insert into calendar_changes default values;

-- An approver let a rollout pass its calendars.
alter table rollouts add column calendars_overridden_at     timestamptz,
                     add column calendars_overridden_by     text,
                     add column calendars_overridden_reason text;

-- When the first claim since the wave was last directed was granted: a wave that opened inside a window may be let finish after it.
alter table waves add column first_claim_at timestamptz;
