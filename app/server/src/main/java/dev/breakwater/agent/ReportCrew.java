package dev.breakwater.agent;

import dev.breakwater.agent.Reports.Said;
import dev.breakwater.agent.Reports.Taken;
import dev.breakwater.convoy.Crew;
import dev.breakwater.convoy.Outcome;
import dev.breakwater.convoy.Outcome.Alone;
import dev.breakwater.convoy.Outcome.Answered;
import dev.breakwater.convoy.Outcome.Refused;
import dev.breakwater.host.HostId;
import dev.breakwater.host.HostNotFound;
import dev.breakwater.host.HostReport;
import dev.breakwater.host.Hosts;
import dev.breakwater.host.Platform;
import dev.breakwater.host.Word;
import dev.breakwater.rollout.Desired;
import dev.breakwater.rollout.Offers;
import dev.breakwater.rollout.Offers.Steered;
import dev.breakwater.web.ProblemException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes many reports in one transaction. One that breaks a rule is left out; one whose host is busy elsewhere is taken alone. */
@Component
class ReportCrew implements Crew<Said, Taken> {
    private final Hosts hosts;
    private final Offers offers;
    private final PollPace pace;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ReportCrew(Hosts hosts, Offers offers, PollPace pace, TransactionTemplate transactions, Clock clock) {
        this.hosts = hosts;
        this.offers = offers;
        this.pace = pace;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Object key(Said said) {
        return said.host();
    }

    @Override
    public List<Outcome<Taken>> together(List<Said> said) {
        return take(said, false);
    }

    @Override
    public Taken alone(Said said) {
        return switch (take(List.of(said), true).getFirst()) {
            case Answered(var taken) -> taken;
            case Refused(var why) -> throw why;
            case Alone() -> throw new HostNotFound(said.host());
        };
    }

    private List<Outcome<Taken>> take(List<Said> all, boolean waits) {
        offers.heard(all.stream().collect(Collectors.toMap(Said::host, Said::newestEpoch)));
        var outcomes = transactions.execute(_ -> {
            var refused = refused(all);
            var sound = new LinkedHashMap<HostId, Said>();
            all.stream()
                    .filter(said -> !refused.containsKey(said.host()))
                    .forEach(said -> sound.put(said.host(), said));
            var taken = take(sound, waits);
            return all.stream().map(said -> outcome(said, refused, taken)).toList();
        });
        return Objects.requireNonNull(outcomes);
    }

    private Map<HostId, Taken> take(Map<HostId, Said> said, boolean waits) {
        var now = clock.instant();
        var steered = offers.steered(said.keySet());
        var kept = new LinkedHashMap<HostId, HostReport>();
        hosts.record(words(said, steered), now, waits)
                .keySet()
                .forEach(host ->
                        kept.put(host, Objects.requireNonNull(said.get(host)).report()));
        offers.weigh(kept, now);
        var planned = kept.keySet().stream()
                .filter(host -> steered.getOrDefault(host, Steered.NOT).planned())
                .toList();
        return taken(kept.keySet(), planned.isEmpty() ? Map.of() : offers.desired(planned), steered.keySet());
    }

    private static List<Word> words(Map<HostId, Said> all, Map<HostId, Steered> steered) {
        return all.entrySet().stream()
                .map(said -> {
                    var how = steered.getOrDefault(said.getKey(), Steered.NOT);
                    return new Word(
                            said.getKey(),
                            said.getValue().report(),
                            said.getValue().print(),
                            how.planned(),
                            how.yet());
                })
                .toList();
    }

    private Map<HostId, Taken> taken(Collection<HostId> kept, Map<HostId, Desired> desired, Set<HostId> steered) {
        var taken = new HashMap<HostId, Taken>();
        for (var host : kept) {
            var wanted = desired.get(host);
            taken.put(
                    host,
                    wanted == null
                            ? new Taken(0, pace.idleSeconds(host), !steered.contains(host))
                            : new Taken(wanted.epoch(), pace.seconds(host, wanted), false));
        }
        return taken;
    }

    private Map<HostId, RuntimeException> refused(List<Said> all) {
        var platforms = hosts.platforms(all.stream().map(Said::host).toList());
        var refused = new HashMap<HostId, RuntimeException>();
        for (var said : all) {
            var why = refusal(said, platforms.get(said.host()));
            if (why != null) {
                refused.put(said.host(), why);
            }
        }
        return refused;
    }

    private static @Nullable RuntimeException refusal(Said said, @Nullable Platform platform) {
        if (platform == null) {
            return new HostNotFound(said.host());
        }
        try {
            new ReportRules(platform).check(said.report());
            return null;
        } catch (ProblemException wrong) {
            return wrong;
        }
    }

    private static Outcome<Taken> outcome(Said said, Map<HostId, RuntimeException> refused, Map<HostId, Taken> taken) {
        var why = refused.get(said.host());
        if (why != null) {
            return new Refused<>(why);
        }
        var answer = taken.get(said.host());
        return answer == null ? new Alone<>() : new Answered<>(answer);
    }
}
