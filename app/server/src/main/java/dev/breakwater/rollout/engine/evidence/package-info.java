/** What a number of judged hosts says about a generation. Pure arithmetic. */
@NullMarked
package dev.breakwater.rollout.engine.evidence;

import org.jspecify.annotations.NullMarked;
