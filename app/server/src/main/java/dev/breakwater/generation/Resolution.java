package dev.breakwater.generation;

import java.util.List;

/** The artifact of a generation for one host: exactly one, or a reason to refuse. */
public sealed interface Resolution {
    record One(String ref) implements Resolution {}

    record None() implements Resolution {}

    record Several(List<String> refs) implements Resolution {
        public Several {
            refs = List.copyOf(refs);
        }
    }
}
