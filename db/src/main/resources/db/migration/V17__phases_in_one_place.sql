-- The one place where SQL knows which phases are the end of a rollout. Immutable and inlined, so that the index on rollouts under way serves.
create function phase_is_over(phase text) returns boolean language sql immutable parallel safe
    return phase in ('COMPLETED', 'ROLLED_BACK', 'CANCELLED', 'SUPERSEDED');

create function phase_is_under_way(phase text) returns boolean language sql immutable parallel safe
    return phase not in ('DRAFT', 'COMPLETED', 'ROLLED_BACK', 'CANCELLED', 'SUPERSEDED');
