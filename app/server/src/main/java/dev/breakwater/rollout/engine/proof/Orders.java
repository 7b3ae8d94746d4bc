package dev.breakwater.rollout.engine.proof;

import dev.breakwater.rollout.engine.Directive;

/** What a host's wave says now, and how many healthy reports in a row prove it done. */
public record Orders(Directive directive, long epoch, int minHealthy) {}
