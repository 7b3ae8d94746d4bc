/** What runs on hosts versus what should. */
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "generation", "identity", "web"})
package dev.breakwater.drift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
