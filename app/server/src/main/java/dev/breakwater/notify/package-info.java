/** Webhooks and server-sent events, fed by domain events alone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "web"})
package dev.breakwater.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
