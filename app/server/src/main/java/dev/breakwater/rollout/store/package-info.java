/** Rollouts, plans and counts in SQL. */
@NullMarked
package dev.breakwater.rollout.store;

import org.jspecify.annotations.NullMarked;
