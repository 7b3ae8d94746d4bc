package dev.breakwater.rollout;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Specs as kept in the database. */
@Component
class SpecJson {
    private final JsonMapper json;

    SpecJson(JsonMapper json) {
        this.json = json;
    }

    String write(Object spec) {
        return json.writeValueAsString(spec);
    }

    RolloutSpec read(String spec) {
        return json.readValue(spec, RolloutSpec.class);
    }
}
