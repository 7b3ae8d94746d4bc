/** A simulated fleet that knows the server by its HTTP API alone: demo, load and benchmarks. */
@NullMarked
package dev.breakwater.fleetsim;

import org.jspecify.annotations.NullMarked;
