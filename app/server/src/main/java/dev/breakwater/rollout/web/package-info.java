/** Rollouts over HTTP. */
@NullMarked
package dev.breakwater.rollout.web;

import org.jspecify.annotations.NullMarked;
