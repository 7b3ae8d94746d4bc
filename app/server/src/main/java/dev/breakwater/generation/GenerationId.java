package dev.breakwater.generation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record GenerationId(@JsonValue UUID value) {
    @JsonCreator
    public GenerationId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
