/** The append-only, hash-chained record of who did what, fed by domain events alone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "web"})
package dev.breakwater.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
