package dev.breakwater.rollout;

import dev.breakwater.calendar.Calendars;
import dev.breakwater.generation.QuarantineGuard;
import org.springframework.stereotype.Component;

/** What people have laid down, outside any rollout, about when and what hosts may be moved. */
@Component
record Restraints(QuarantineGuard guard, Calendars calendars) {}
