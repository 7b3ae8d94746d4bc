/** Inventory: hosts, labels, selectors, holds, enrolment. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "web"})
package dev.breakwater.host;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
