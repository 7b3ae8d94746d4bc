package dev.breakwater.host;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it is kept in columns of the inventory. */
@Component("hostJson")
class Json {
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
    private static final TypeReference<List<HostDrift>> DRIFT = new TypeReference<>() {};
    private static final TypeReference<List<Host.Barred>> BARRED = new TypeReference<>() {};
    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String text(Object value) {
        return mapper.writeValueAsString(value);
    }

    Map<String, String> labels(String text) {
        return mapper.readValue(text, LABELS);
    }

    List<HostDrift> drift(String text) {
        return mapper.readValue(text, DRIFT);
    }

    List<Host.Barred> barred(String text) {
        return mapper.readValue(text, BARRED);
    }
}
