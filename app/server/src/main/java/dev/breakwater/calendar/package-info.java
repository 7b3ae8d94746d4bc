/** Maintenance windows and freezes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "web"})
package dev.breakwater.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
