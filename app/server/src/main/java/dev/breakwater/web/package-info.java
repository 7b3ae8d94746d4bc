/** What every HTTP endpoint shares: problems, paging, entity tags, idempotency. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package dev.breakwater.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
