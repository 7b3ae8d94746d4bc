/** Planning and running rollouts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "generation", "calendar", "identity", "convoy", "web"})
package dev.breakwater.rollout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
