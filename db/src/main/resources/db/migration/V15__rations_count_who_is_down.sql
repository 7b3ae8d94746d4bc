-- Who is down is counted for each scope, in rations.
alter table rollouts drop column down;
