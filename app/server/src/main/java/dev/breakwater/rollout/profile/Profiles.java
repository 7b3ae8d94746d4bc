package dev.breakwater.rollout.profile;

import static java.util.Objects.requireNonNullElse;

import dev.breakwater.identity.Actors;
import dev.breakwater.identity.Ids;
import dev.breakwater.rollout.RolloutRequest;
import dev.breakwater.web.Cursor;
import dev.breakwater.web.InvalidField;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import dev.breakwater.web.Revisions;
import dev.breakwater.web.Violations;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with profiles, and what rollouts make of them. */
@Service
@Transactional
public class Profiles {
    static final int MOST = 200;

    private static final String LIST = "profiles";
    private static final String VERSIONS = "profile-versions";
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern TITLE = Pattern.compile("([a-z][a-z0-9-]{0,62})(?:@(\\d{1,9}))?");

    private final ProfileStore store;
    private final ProfileRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Profiles(ProfileStore store, ProfileRules rules, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /** The request with what its profile says; {@code canary} means its newest version, {@code canary@3} that one. */
    @Transactional(readOnly = true)
    public RolloutRequest expand(RolloutRequest request) {
        var wanted = request.profile();
        if (wanted == null) {
            return request;
        }
        if (request.waves() != null) {
            throw new InvalidField("/profile", "say either waves or a profile, not both");
        }
        var title = TITLE.matcher(wanted);
        if (!title.matches()) {
            throw new InvalidField("/profile", "must be the name of a profile, such as canary or canary@3");
        }
        var version = title.group(2) == null ? null : Integer.valueOf(title.group(2));
        var profile = store.find(title.group(1), version)
                .orElseThrow(() -> new InvalidField("/profile", "there is no profile " + wanted));
        return profile.terms().under(request, profile.title());
    }

    @Transactional(readOnly = true)
    public ProfileView get(String name) {
        return ProfileView.of(find(name));
    }

    @Transactional(readOnly = true)
    public Page<ProfileView> list(Limit limit, @Nullable String cursor) {
        var after = Cursor.parse(LIST, 1, cursor).map(it -> it.text(0)).orElse("");
        return Page.of(store.list(after, limit.plusOne()), limit, row -> Cursor.of(LIST, row.name()))
                .map(ProfileView::of);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<ProfileView> versions(String name, Limit limit, @Nullable String cursor) {
        var before = Cursor.parse(VERSIONS, 1, cursor).map(it -> it.number(0)).orElse(Long.MAX_VALUE >> 32);
        var rows = store.versions(find(name).id(), before, limit.plusOne());
        return Page.of(rows, limit, row -> Cursor.of(VERSIONS, row.version())).map(ProfileView::of);
    }

    public ProfileView create(ProfileRequest request) {
        var name = requireNonNullElse(request.name(), "");
        new Violations()
                .check(NAME.matcher(name).matches(), "/name", "must be lower-case letters, digits and -, at most 63")
                .raise();
        check(request.description(), request.terms());
        store.lock();
        if (store.find(name, null).isPresent()) {
            throw ProfileRefused.taken(name);
        }
        if (store.count() >= MOST) {
            throw new InvalidField("/name", "there are %d profiles already, the most there may be".formatted(MOST));
        }
        var now = clock.instant();
        store.insert(Ids.next(now), name, now, Actors.current().name());
        return add(name, requireNonNullElse(request.description(), ""), request.terms(), "profile.created");
    }

    /** {@code PUT}: in place of all it said. */
    public ProfileView replace(String name, ProfileRequest request, @Nullable String ifMatch) {
        var profile = locked(name, request);
        Revisions.allow(ifMatch, profile.revision());
        check(request.description(), request.terms());
        return add(name, requireNonNullElse(request.description(), ""), request.terms(), "profile.changed");
    }

    public ProfileView change(String name, ProfileRequest request, @Nullable String ifMatch) {
        var profile = locked(name, request);
        Revisions.require(ifMatch, profile.revision());
        var terms = request.terms().over(profile.terms());
        check(request.description(), terms);
        return add(name, requireNonNullElse(request.description(), profile.description()), terms, "profile.changed");
    }

    /** Back to what was shipped, as a version of its own. */
    public ProfileView reset(String name, @Nullable String ifMatch) {
        store.lock();
        var profile = find(name);
        Revisions.allow(ifMatch, profile.revision());
        if (!profile.builtIn()) {
            throw ProfileRefused.added(name);
        }
        var shipped = store.find(name, 1).orElseThrow(() -> ProfileRefused.unknown(name));
        return add(name, shipped.description(), shipped.terms(), "profile.reset");
    }

    /** Rollouts keep the waves they were drafted with. */
    public void delete(String name, @Nullable String ifMatch) {
        store.lock();
        var profile = find(name);
        Revisions.allow(ifMatch, profile.revision());
        if (profile.builtIn()) {
            throw ProfileRefused.builtIn(name);
        }
        store.delete(profile.id(), clock.instant());
        tell("profile.deleted", profile);
    }

    private Profile locked(String name, ProfileRequest request) {
        store.lock();
        new Violations()
                .check(request.name() == null || name.equals(request.name()), "/name", "cannot be changed")
                .raise();
        return find(name);
    }

    private ProfileView add(String name, String description, Terms terms, String type) {
        store.add(name, description, terms, clock.instant(), Actors.current().name());
        var profile = find(name);
        tell(type, profile);
        return ProfileView.of(profile);
    }

    private void check(@Nullable String description, Terms terms) {
        new Violations()
                .optionalText(description, LONGEST_DESCRIPTION, "/description")
                .raise();
        rules.check(terms.under(RolloutRequest.ofNothing(), "profile"));
    }

    private Profile find(String name) {
        return store.find(name, null).orElseThrow(() -> ProfileRefused.unknown(name));
    }

    private void tell(String type, Profile profile) {
        var message = "Profile %s, %s".formatted(profile.title(), type.substring(type.indexOf('.') + 1));
        events.publishEvent(new ProfileChanged(
                clock.instant(), type, profile.name(), Actors.current().name(), message));
    }
}
