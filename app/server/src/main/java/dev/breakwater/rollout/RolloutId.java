package dev.breakwater.rollout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record RolloutId(@JsonValue UUID value) {
    @JsonCreator
    public RolloutId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
