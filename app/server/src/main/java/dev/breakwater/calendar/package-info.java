/** Maintenance windows and freezes: when hosts may be moved. */
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "identity", "web"})
package dev.breakwater.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
