/** Requests that share a transaction: how they wait for it, and what happens when too many do. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"web"})
package dev.breakwater.convoy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
