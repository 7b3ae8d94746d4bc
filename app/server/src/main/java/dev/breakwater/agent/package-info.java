/** What hosts call: enrol, desired, claim, report. */
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "rollout", "generation", "identity", "convoy", "web"})
package dev.breakwater.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
