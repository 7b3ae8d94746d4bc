/** One time for all replicas. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.breakwater.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
