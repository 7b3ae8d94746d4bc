/** What is kept of every host in memory: plain columns of numbers, no objects. Knows nothing of HTTP, SQL or Spring. */
@NullMarked
package dev.breakwater.agent.memory;

import org.jspecify.annotations.NullMarked;
