package dev.breakwater.rollout.engine.policy;

/** A policy that breaks a rule. {@code field} is relative to what was being built; {@link #under} makes it absolute. */
public final class InvalidPolicy extends IllegalArgumentException {

    private final String field;
    private final String rule;

    public InvalidPolicy(String field, String rule) {
        super(field + ": " + rule);
        this.field = field;
        this.rule = rule;
    }

    public InvalidPolicy under(String parent) {
        return new InvalidPolicy(parent + "/" + field, rule);
    }

    public String field() {
        return field;
    }

    public String rule() {
        return rule;
    }

    static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw new InvalidPolicy(field, rule);
        }
    }
}
