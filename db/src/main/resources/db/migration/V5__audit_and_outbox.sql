-- Append-only and hash-chained: hash = sha256(previous hash, content). Rows are never updated or deleted.
create table audit (
    seq           bigint primary key,
    at            timestamptz not null,
    actor         text        not null,
    action        text        not null,
    subject       text        not null,
    reason        text,
    message       text        not null,
    previous_hash bytea       not null,
    hash          bytea       not null unique
);
create index audit_subject on audit (subject, seq);
create index audit_actor on audit (actor, seq);
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end $$;
create trigger audit_is_append_only before update or delete on audit for each row execute function refuse_change();
create trigger audit_is_never_emptied before truncate on audit for each statement execute function refuse_change();

-- Domain events, written in the transaction that caused them; readers follow (xid, seq) below the oldest running transaction, so none is skipped.
create table outbox (
    seq        bigint generated always as identity,
    xid        xid8        not null default pg_current_xact_id(),
    at         timestamptz not null,
    type       text        not null,
    subject    text        not null,
    rollout_id uuid,
    host_id    uuid,
    wave       text,
    message    text        not null,
    primary key (xid, seq)
);
create index outbox_at on outbox (at);
