package dev.breakwater.host;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record HostId(@JsonValue UUID value) {
    @JsonCreator
    public HostId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
