package dev.breakwater.rollout;

import dev.breakwater.rollout.States.State;
import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.store.PutOffStore;
import dev.breakwater.rollout.store.PutOffStore.PutOff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What keeps a rollout's hosts waiting at their claims: how full its limits are, and what its hosts were last told. */
@Component
class PutOffs {
    private final PutOffStore putOffs;
    private final Rations rations;

    PutOffs(PutOffStore putOffs, Rations rations) {
        this.putOffs = putOffs;
        this.rations = rations;
    }

    List<Rule> rules(State state, @Nullable List<PutOff> told) {
        var rules = new ArrayList<Rule>();
        room(state).ifPresent(rules::add);
        var waiting =
                told == null ? told(List.of(state)).getOrDefault(state.row().id(), List.of()) : told;
        if (!waiting.isEmpty()) {
            var all = sum(waiting);
            rules.add(new Rule(
                    "no host kept waiting at its claim",
                    false,
                    (all == 1 ? "1 host: " : all + " hosts: ") + words(waiting)));
        }
        return rules;
    }

    /** By rollout: what hosts that wait at their claims were told. */
    Map<UUID, List<PutOff>> told(Collection<State> states) {
        return states.isEmpty()
                ? Map.of()
                : putOffs.waiting(states.stream().map(state -> state.row().id()).toList());
    }

    /** Null unless every host that could move was put off. Asked only where none moves. */
    @Nullable
    String keptWaiting(State state, List<PutOff> waiting) {
        return waiting.isEmpty() || sum(waiting) < offered(state) ? null : sentence(state, waiting);
    }

    private String sentence(State state, List<PutOff> waiting) {
        var all = "all %d that could move now are kept waiting: %s".formatted(sum(waiting), words(waiting));
        return limits(state, waiting)
                .flatMap(limit -> usedUp(limit).stream())
                .findFirst()
                .map(why -> all + ". " + why)
                .orElse(all);
    }

    /** Those whose room hosts wait for. */
    private Stream<Allowance> limits(State state, List<PutOff> waiting) {
        return waiting.stream().flatMap(each -> switch (each.code()) {
            case Allowance.OVERALL -> limit(state, each.code(), Map.of());
            case Allowance.PER_DOMAIN ->
                putOffs.domains(
                                state.row().id(),
                                each.code(),
                                state.rollout().policy().spread().spreadBy())
                        .flatMap(labels -> limit(state, each.code(), labels));
            default -> Stream.empty();
        });
    }

    /** Hosts that are down free no room by themselves: somebody has to see to them. */
    private Optional<String> usedUp(Allowance allowance) {
        return rations.kept(allowance.scope())
                .filter(ration -> ration.down() >= allowance.allowed(ration.whole()))
                .map(ration -> RoomRule.evidence(allowance, ration)
                        + ": a person to repair what is down, or to roll back or cancel this");
    }

    private static int offered(State state) {
        return state.rollout().waves().stream()
                .mapToInt(wave -> wave.counts().of(HostState.OFFERED))
                .sum();
    }

    private Optional<Rule> room(State state) {
        return limit(state, Allowance.OVERALL, Map.of()).findFirst().map(allowance -> {
            var ration = rations.look(allowance.scope(), state.now());
            var room = ration.away() < allowance.allowed(ration.whole());
            return new Rule("room for another host to move", room, RoomRule.evidence(allowance, ration));
        });
    }

    private static Stream<Allowance> limit(State state, String code, Map<String, String> labels) {
        return Allowance.of(state.rollout().policy(), state.row().selector(), labels).stream()
                .filter(allowance -> allowance.code().equals(code));
    }

    private static int sum(List<PutOff> waiting) {
        return waiting.stream().mapToInt(PutOff::hosts).sum();
    }

    private static String words(List<PutOff> waiting) {
        return waiting.stream().map(each -> each.hosts() + " by " + each.code()).collect(Collectors.joining(", "));
    }
}
