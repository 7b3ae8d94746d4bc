package dev.breakwater.rollout.gate;

import dev.breakwater.identity.Actors;
import dev.breakwater.identity.Ids;
import dev.breakwater.identity.Sealing;
import dev.breakwater.web.Cursor;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import dev.breakwater.web.Revisions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with definitions of gates. */
@Service
@Transactional
class GateDesk {
    static final String PURPOSE = "gate";
    private static final String LIST = "gates";

    private final GateRepository gates;
    private final ConfigRules rules;
    private final Sealing sealing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GateDesk(GateRepository gates, ConfigRules rules, Sealing sealing, ApplicationEventPublisher events, Clock clock) {
        this.gates = gates;
        this.rules = rules;
        this.sealing = sealing;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public GateView get(UUID id) {
        return find(id).view();
    }

    /** By name. */
    @Transactional(readOnly = true)
    public Page<GateView> list(Limit limit, @Nullable String cursor) {
        var after = Cursor.parse(LIST, 1, cursor).map(it -> it.text(0)).orElse("");
        var rows = gates.findByNameGreaterThanOrderByName(
                after, org.springframework.data.domain.Limit.of(limit.plusOne()));
        return Page.of(rows, limit, row -> Cursor.of(LIST, row.name())).map(Gate::view);
    }

    public GateView create(GateRequest request) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = Ids.next(now);
        var terms = request.create(rules);
        requireFree(terms.name(), id);
        var gate = new Gate(id, terms, now, Actors.current().name());
        return save(gate, request, "gate.created", "was created");
    }

    public GateView change(UUID id, GateRequest request, @Nullable String ifMatch) {
        var gate = find(id);
        Revisions.require(ifMatch, gate.revision());
        var terms = request.change(gate.terms(), rules);
        requireFree(terms.name(), id);
        gate.change(terms);
        return save(gate, request, "gate.changed", "was changed");
    }

    public void delete(UUID id, @Nullable String ifMatch) {
        var gate = find(id);
        Revisions.allow(ifMatch, gate.revision());
        gates.delete(gate);
        tell("gate.deleted", gate, "was deleted");
    }

    @Transactional(readOnly = true)
    public Definition definition(UUID id) {
        return find(id).definition();
    }

    /** A gate makes the server send requests: who had it do so, and for what, is written down. */
    public void tried(UUID id, Question question, GateTrial trial) {
        var subject = question.subject();
        var what = subject.rollout().equals(Trials.NOBODY)
                ? ""
                : " for wave %s of %s".formatted(subject.waveName(), subject.rolloutName());
        var message = "Gate %s was tried%s and said %s: %s"
                .formatted(question.gate().name(), what, trial.verdict(), trial.why());
        events.publishEvent(new GateChanged(
                clock.instant(), "gate.tried", id, Actors.current().name(), message));
    }

    private GateView save(Gate gate, GateRequest request, String type, String what) {
        var secret = request.secret();
        if (secret != null) {
            gate.keep(secret.isEmpty() ? null : sealing.seal(PURPOSE, secret));
        }
        gates.saveAndFlush(gate);
        tell(type, gate, secret == null ? what : what + ", its secret too");
        return gate.view();
    }

    private Gate find(UUID id) {
        return gates.findById(id).orElseThrow(() -> new GateNotFound(id));
    }

    private void requireFree(String name, UUID self) {
        if (gates.existsByNameAndIdNot(name, self)) {
            throw new GateNameTaken(name);
        }
    }

    private void tell(String type, Gate gate, String what) {
        events.publishEvent(new GateChanged(
                clock.instant(), type, gate.id(), Actors.current().name(), "Gate %s %s".formatted(gate.name(), what)));
    }
}
