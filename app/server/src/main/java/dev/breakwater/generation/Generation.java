package dev.breakwater.generation;

import dev.breakwater.host.Platform;

/** What other modules need to know of a generation. */
public record Generation(GenerationId id, String name, Platform platform, Rollback rollback) {}
