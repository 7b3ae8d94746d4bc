package dev.breakwater.rollout;

import dev.breakwater.rollout.States.State;
import dev.breakwater.rollout.engine.Explanation.Rule;
import dev.breakwater.rollout.store.PutOffStore;
import dev.breakwater.rollout.store.PutOffStore.PutOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    List<Rule> rules(State state) {
        var rules = new ArrayList<Rule>();
        overall(state).ifPresent(rules::add);
        var waiting = putOffs.waiting(state.row().id());
        if (!waiting.isEmpty()) {
            var all = sum(waiting);
            rules.add(new Rule("no host kept waiting at its claim", false, all + " hosts: " + words(waiting)));
        }
        return rules;
    }

    /** Where every host that could move was put off, and none moves. */
    Optional<String> sentence(State state) {
        var waiting = putOffs.waiting(state.row().id());
        if (waiting.isEmpty() || sum(waiting) < putOffs.couldMove(state.row().id(), state.now())) {
            return Optional.empty();
        }
        return Optional.of(
                "All %d hosts that could move now are kept waiting: %s.".formatted(sum(waiting), words(waiting)));
    }

    private Optional<Rule> overall(State state) {
        return Allowance.of(state.rollout().policy(), state.row().selector(), Map.of()).stream()
                .filter(allowance -> allowance.code().equals(Allowance.OVERALL))
                .findFirst()
                .map(allowance -> {
                    var ration = rations.look(allowance.scope(), state.now());
                    var room = ration.away() < allowance.allowed(ration.whole());
                    return new Rule("room for another host to move", room, RoomRule.evidence(allowance, ration));
                });
    }

    private static int sum(List<PutOff> waiting) {
        return waiting.stream().mapToInt(PutOff::hosts).sum();
    }

    private static String words(List<PutOff> waiting) {
        return waiting.stream().map(each -> each.hosts() + " by " + each.code()).collect(Collectors.joining(", "));
    }
}
