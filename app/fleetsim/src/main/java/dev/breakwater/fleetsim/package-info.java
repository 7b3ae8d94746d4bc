/** A simulated fleet that speaks the agent API. */
@NullMarked
package dev.breakwater.fleetsim;

import org.jspecify.annotations.NullMarked;
