package dev.breakwater.calendar;

import dev.breakwater.calendar.time.Expansion;
import dev.breakwater.web.FieldError;
import dev.breakwater.web.InvalidField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendars' entrance for other modules. Asking costs one query for one number: calendars are kept unrolled, and unrolled anew, by
 * whichever replica is asked first, once that number says that one has changed. What has committed before the question is seen by it.
 */
@Component
public class Calendars {
    private final CalendarRepository repository;
    private final CalendarChanges changes;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile Unrolled unrolled = Unrolled.nothing();

    Calendars(CalendarRepository repository, CalendarChanges changes) {
        this.repository = repository;
        this.changes = changes;
    }

    /** When a host with these labels may be moved, by its own calendars and those that are named for it. */
    @Transactional(readOnly = true)
    public Schedule schedule(Map<String, String> labels, Set<CalendarId> named, Instant now) {
        return unrolled(now).schedule(labels, named);
    }

    /** As {@link #schedule(Map, Set, Instant)}, by labels; asks once for however many hosts. */
    @Transactional(readOnly = true)
    public Function<Map<String, String>, Schedule> schedules(Set<CalendarId> named, Instant now) {
        var present = unrolled(now);
        return labels -> present.schedule(labels, named);
    }

    /** Tells the schedules of many hosts by their labels, for one thread: asks once for all of them, and hosts that are bound alike share one. */
    @Transactional(readOnly = true)
    public Function<Map<String, String>, Schedule> binder(Set<CalendarId> named, Instant now) {
        return unrolled(now).binder(named);
    }

    /** Of these calendars alone, whatever hosts others bind. */
    @Transactional(readOnly = true)
    public Schedule schedule(Set<CalendarId> only, Instant now) {
        return unrolled(now).schedule(only);
    }

    /** The calendars that bind hosts by themselves and keep theirs from being moved at this moment, with their selectors. */
    @Transactional(readOnly = true)
    public Map<CalendarId, String> closing(Instant now) {
        var present = unrolled(now);
        var closing = new HashMap<CalendarId, String>();
        for (var each : present.bound()) {
            if (each.covers(now) == (each.kind() == Kind.FREEZE)) {
                closing.put(each.id(), String.valueOf(each.selector()));
            }
        }
        return closing;
    }

    /** Ids of calendars that a request names by id or by name; 422 at {@code pointer} where there is none. */
    @Transactional(readOnly = true)
    public Set<CalendarId> resolve(List<String> named, String pointer, Instant now) {
        var present = unrolled(now);
        var ids = new HashSet<CalendarId>();
        var unknown = new ArrayList<FieldError>();
        for (var i = 0; i < named.size(); i++) {
            var found = present.find(named.get(i));
            if (found == null) {
                unknown.add(new FieldError(pointer + "/" + i, "no calendar has this name or id"));
            } else {
                ids.add(found.id());
            }
        }
        if (!unknown.isEmpty()) {
            throw new InvalidField(unknown);
        }
        return ids;
    }

    /**
     * When steps that follow one another could at the earliest be over: each begins as soon as the last of its hosts' schedules lets it,
     * and takes its time. Empty where one never begins within five years.
     */
    public static Optional<Instant> earliestFinish(Instant start, List<Step> steps) {
        var at = start;
        for (var step : steps) {
            var begin = at;
            for (var schedule : step.hosts()) {
                var opening = schedule.nextOpening(at);
                if (opening.isEmpty()) {
                    return Optional.empty();
                }
                begin = opening.get().isAfter(begin) ? opening.get() : begin;
            }
            at = begin.plus(step.takes());
        }
        return Optional.of(at);
    }

    static Timeline unroll(MaintenanceCalendar calendar, Instant around) {
        var terms = calendar.terms();
        return new Timeline(
                new CalendarId(calendar.id()),
                terms.name(),
                terms.kind(),
                terms.zone(),
                terms.overrun(),
                terms.binding(),
                Expansion.of(terms.entries(), terms.zone(), around));
    }

    /** The count is read before the rows: rows newer than it are read again at the next question, older ones cannot be. */
    Unrolled unrolled(Instant now) {
        var newest = changes.newest();
        var present = unrolled;
        if (present.serves(newest, now)) {
            return present;
        }
        renewing.lock();
        try {
            present = unrolled;
            if (!present.serves(newest, now)) {
                present = present.renewed(newest, repository.findAll(), now);
                unrolled = present;
            }
            return present;
        } finally {
            renewing.unlock();
        }
    }
}
