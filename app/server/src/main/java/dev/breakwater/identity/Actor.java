package dev.breakwater.identity;

import java.io.Serializable;
import java.security.Principal;

/** Who did it: an operator, a program with a token, or Breakwater itself. */
public record Actor(String name, Role role) implements Principal, Serializable {
    /** The engine and its timers. */
    public static final Actor ENGINE = new Actor("breakwater", Role.ADMIN);

    @Override
    public String getName() {
        return name;
    }
}
