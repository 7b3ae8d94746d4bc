/** What an operator asks of a rollout: waves, sizes, limits, budgets. Validated on construction, never changed after. */
@NullMarked
package dev.breakwater.rollout.engine.policy;

import org.jspecify.annotations.NullMarked;
