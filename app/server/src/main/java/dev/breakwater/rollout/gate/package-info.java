/** Gates: what must hold outside of Breakwater before the next wave opens, and how it is asked. */
@NullMarked
package dev.breakwater.rollout.gate;

import org.jspecify.annotations.NullMarked;
