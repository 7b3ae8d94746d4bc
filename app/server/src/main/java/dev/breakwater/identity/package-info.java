/** Operators, roles, API tokens, sign-in and the security chains. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package dev.breakwater.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
