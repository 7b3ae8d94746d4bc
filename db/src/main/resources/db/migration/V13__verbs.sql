-- Whether hosts may be taken back from a generation; a rollout may ask for more care, never for less.
alter table generations add column rollback text not null default 'ALLOWED' check (rollback in ('ALLOWED', 'APPROVAL', 'FORBIDDEN'));

-- Whoever edited a rollout last cannot approve it; and which rollout took over when it was superseded.
alter table rollouts add column edited_by text, add column superseded_by uuid references rollouts;
create index rollouts_superseded on rollouts (superseded_by) where superseded_by is not null;

-- Taken over half way from a superseded rollout: rollback_ref came from there and stands.
alter table rollout_hosts add column inherited boolean not null default false;
-- how many of a wave's hosts were
alter table waves add column inherited int not null default 0;

-- Who approved a wave, and what of: one that is void is kept, and counts no more.
create table approvals (
    seq                 bigint generated always as identity primary key,
    rollout_id          uuid        not null references rollouts,
    wave                int         not null,
    actor               text        not null,
    reason              text        not null,
    at                  timestamptz not null,
    expires_at          timestamptz not null,
    plan_hash           text        not null,
    generation_revision bigint      not null,
    voided_at           timestamptz,
    void_why            text,
    foreign key (rollout_id, wave) references waves (rollout_id, ordinal)
);
create unique index approvals_once on approvals (rollout_id, wave, actor) where voided_at is null;
