package dev.breakwater.rollout.engine;

import java.util.List;

/** The rollout as it is from now on, what the shell must do for it, and how the event was taken. */
public record Decision(Rollout next, List<Command> commands, Outcome outcome) {

    public Decision {
        commands = List.copyOf(commands);
    }
}
