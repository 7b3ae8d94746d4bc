-- What the last report said, in 64 bits: a replica that was told the same before may answer from memory, as long as no other was told
-- something else. REPORTS: these hosts' last words have changed.
alter table host_status add column report_print bigint;
alter table host_changes drop constraint host_changes_what_check;
alter table host_changes add constraint host_changes_what_check
    check (what in ('CREDENTIAL', 'HOSTS', 'PLAN', 'WAVE', 'ROLLOUT', 'GENERATIONS', 'REPORTS', 'ALL'));
