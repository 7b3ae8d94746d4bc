package dev.breakwater.host;

import dev.breakwater.host.StatusStore.Known;
import dev.breakwater.identity.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Folds what hosts say into what is known of them: however many, each kind of change is one statement. */
@Component
class Recorder {
    private final StatusStore statuses;
    private final HistoryStore history;
    private final ApplicationEventPublisher events;

    Recorder(StatusStore statuses, HistoryStore history, ApplicationEventPublisher events) {
        this.statuses = statuses;
        this.history = history;
        this.events = events;
    }

    /** By host; those are missing that are unknown, or locked by another while this does not wait. */
    Map<HostId, Facts> record(Collection<Word> words, Instant now, boolean waits) {
        var known = statuses.lock(words.stream().map(Word::host).toList(), waits);
        var recorded = new ArrayList<HostReported>();
        for (var word : words) {
            var before = known.get(word.host());
            if (before != null) {
                recorded.add(after(word, before, now));
            }
        }
        statuses.save(recorded, now);
        statuses.saidAnew(recorded.stream()
                .filter(each -> saysAnew(each, Objects.requireNonNull(known.get(each.hostId()))))
                .toList());
        history.appendChanges(recorded.stream().flatMap(Recorder::changes).toList());
        recorded.forEach(each -> tellHealth(each, Objects.requireNonNull(known.get(each.hostId()))));
        events.publishEvent(new HostsReported(recorded));
        return facts(recorded);
    }

    private static boolean saysAnew(HostReported each, Known before) {
        return each.word().print() == 0 || each.word().print() != before.print();
    }

    private static HostReported after(Word word, Known known, Instant now) {
        var after = known.facts().after(word.report(), word.steered(), now);
        return new HostReported(word, new Facts(known.facts(), after), known.desiredRef(), now);
    }

    private static Map<HostId, Facts> facts(List<HostReported> recorded) {
        var facts = new LinkedHashMap<HostId, Facts>();
        recorded.forEach(each -> facts.put(each.hostId(), each.facts()));
        return facts;
    }

    private static Stream<HistoryStore.Line> changes(HostReported each) {
        var before = each.facts().before();
        var after = each.facts().after();
        return Stream.concat(
                change(each, "CURRENT", before.currentRef(), after.currentRef()),
                change(each, "BOOTED", before.bootedRef(), after.bootedRef()));
    }

    private static Stream<HistoryStore.Line> change(
            HostReported each, String kind, @Nullable String before, @Nullable String after) {
        return after == null || after.equals(before)
                ? Stream.empty()
                : Stream.of(new HistoryStore.Line(each.hostId(), each.at(), kind, after, null, null));
    }

    private void tellHealth(HostReported each, Known known) {
        boolean wasUnhealthy = Objects.equals(each.facts().before().healthy(), false);
        if (each.report().healthy() != wasUnhealthy) {
            return;
        }
        var message = wasUnhealthy
                ? known.name() + " passes every check again"
                : known.name() + " is unhealthy: " + each.report().failedChecks();
        var type = wasUnhealthy ? "host.recovered" : "host.unhealthy";
        events.publishEvent(new HostChanged(each.at(), type, each.hostId(), Actor.ENGINE.name(), null, message, false));
    }
}
