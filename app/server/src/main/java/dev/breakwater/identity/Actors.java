package dev.breakwater.identity;

import org.springframework.security.core.context.SecurityContextHolder;

/** Tells on whose behalf the current request runs. */
public final class Actors {
    private Actors() {}

    /** The signed-in actor; outside a request (timers, start-up), Breakwater itself. */
    public static Actor current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor ? actor : Actor.ENGINE;
    }
}
