/** Webhooks and server-sent events, fed by domain events alone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"rollout", "host", "generation", "identity", "web"})
package dev.breakwater.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
