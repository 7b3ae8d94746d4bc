package dev.breakwater.rollout.engine.proof;

import org.jspecify.annotations.Nullable;

/**
 * Where a host should go, and its own way back: null where it never had a good generation. {@code needsBoot}: only a boot into the ref
 * proves it.
 */
public record Target(String to, @Nullable String rollbackTo, boolean needsBoot) {}
