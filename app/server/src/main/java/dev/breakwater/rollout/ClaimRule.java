package dev.breakwater.rollout;

/** One thing that must hold before a host may switch. Looks at a claim and grants nothing, so that explaining asks the same rules. */
@FunctionalInterface
interface ClaimRule {
    Ruling on(Claim claim);
}
