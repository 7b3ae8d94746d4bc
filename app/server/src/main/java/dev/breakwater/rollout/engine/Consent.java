package dev.breakwater.rollout.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The approvals that bind what runs (the same plan, the same standing of its generation), and who may not give any: whoever drafted
 * the rollout, and whoever edited it last.
 */
public record Consent(List<Approval> given, Set<String> barred) {

    public static final Consent NONE = new Consent(List.of(), Set.of());

    public Consent {
        given = List.copyOf(given);
        barred = Set.copyOf(barred);
    }

    List<Approval> standing(int wave, Instant now) {
        return given.stream()
                .filter(approval -> approval.wave() == wave && approval.stands(now))
                .toList();
    }

    boolean has(String actor, int wave, Instant now) {
        return standing(wave, now).stream()
                .anyMatch(approval -> approval.actor().equals(actor));
    }

    boolean isGivenFor(int wave) {
        return given.stream().anyMatch(approval -> approval.wave() == wave);
    }

    Consent with(Approval approval) {
        List<Approval> more = new ArrayList<>(given);
        more.add(approval);
        return new Consent(more, barred);
    }

    Consent without(int wave) {
        return new Consent(
                given.stream().filter(approval -> approval.wave() != wave).toList(), barred);
    }
}
