package dev.breakwater.rollout;

import dev.breakwater.generation.GenerationId;
import dev.breakwater.rollout.Planning.Wish;
import dev.breakwater.rollout.profile.Profiles;
import org.springframework.stereotype.Component;

/** Makes wishes of requests: with what their profile says, and the calendars they name. */
@Component
class Wishes {
    private final Profiles profiles;
    private final CalendarRule rule;

    Wishes(Profiles profiles, CalendarRule rule) {
        this.profiles = profiles;
        this.rule = rule;
    }

    Wish of(RolloutRequest request) {
        var generation = RequestReader.required("/generationId", request.generationId());
        var selector = RequestReader.selector(request);
        var spec = RequestReader.read(profiles.expand(request), rule::resolve);
        return new Wish(new GenerationId(generation), selector, spec, null);
    }
}
