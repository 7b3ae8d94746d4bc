/** Plays a plan many times against an assumed defect, with the engine itself deciding. Pure and seeded. */
@NullMarked
package dev.breakwater.rollout.engine.simulate;

import org.jspecify.annotations.NullMarked;
