/** The append-only, hash-chained record of who did what, fed by domain events alone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"rollout", "host", "generation", "calendar", "identity", "web"})
package dev.breakwater.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
