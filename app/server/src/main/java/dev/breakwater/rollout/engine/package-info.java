/** Decides rollouts. Pure: no clock, no input or output, no logger, no randomness but a seed in the state. */
@NullMarked
package dev.breakwater.rollout.engine;

import org.jspecify.annotations.NullMarked;
