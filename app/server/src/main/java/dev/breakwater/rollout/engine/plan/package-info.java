/** Places hosts in waves. Pure, seeded and deterministic: what was previewed is what runs. */
@NullMarked
package dev.breakwater.rollout.engine.plan;

import org.jspecify.annotations.NullMarked;
