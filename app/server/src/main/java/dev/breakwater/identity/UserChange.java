package dev.breakwater.identity;

import org.jspecify.annotations.Nullable;

/** What to change of an operator; what is absent stays. */
record UserChange(@Nullable String password, @Nullable Role role) {}
