package dev.breakwater.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in a record's schema what its code says: which fields are always there, and which may be null. */
final class SchemaRules {
    private SchemaRules() {}

    static void apply(Schema<?> schema, Class<?> shape) {
        @SuppressWarnings({"rawtypes"})
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        for (var component : shape.getRecordComponents()) {
            var name = name(component);
            var property = properties.get(name);
            if (property == null) {
                continue;
            }
            if (mayBeNull(component)) {
                properties.put(name, orNull(property));
            } else if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
                schema.addRequiredItem(name);
            }
        }
    }

    private static String name(RecordComponent component) {
        var given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null || given.value().isEmpty() ? component.getName() : given.value();
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null || schema.getEnum() != null || schema.getTypes() == null) {
            return new Schema<>().addAnyOfItem(schema).addAnyOfItem(new Schema<>().types(Set.of("null")));
        }
        var types = new LinkedHashSet<>(schema.getTypes());
        types.add("null");
        schema.setTypes(types);
        return schema;
    }
}
