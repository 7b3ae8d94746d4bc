/** What one host's report proves. The server compares; it never takes the host's word "done". */
@NullMarked
package dev.breakwater.rollout.engine.proof;

import org.jspecify.annotations.NullMarked;
