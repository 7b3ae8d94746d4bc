package dev.breakwater.rollout;

import dev.breakwater.rollout.profile.ProfileRules;
import java.util.List;
import org.springframework.stereotype.Component;

/** A profile has to be what a request could say. */
@Component
class RequestRules implements ProfileRules {
    @Override
    public void check(RolloutRequest request) {
        RequestReader.read(request, _ -> List.of());
    }
}
