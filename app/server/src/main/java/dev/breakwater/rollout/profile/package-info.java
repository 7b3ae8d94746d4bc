/** Waves and limits by a word, kept in versions. */
@NullMarked
package dev.breakwater.rollout.profile;

import org.jspecify.annotations.NullMarked;
