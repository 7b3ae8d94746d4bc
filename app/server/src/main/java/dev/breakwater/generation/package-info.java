/** Catalogue of generations and their artifacts, and their quarantine. */
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "identity", "web"})
package dev.breakwater.generation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
