package dev.breakwater.rollout.engine.simulate;

import java.util.OptionalInt;

/** One play: how many hosts were moved, how many of them the defect hit, and in which wave it was stopped, if it was. */
record Run(int moved, int hit, OptionalInt stoppedIn) {}
