package dev.breakwater.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** The records that requests and answers are made of, by the name their schema has, and those that clash in it. */
final class Shapes {
    private static final String OURS = "dev.breakwater.";

    private final Map<String, Type> shapes = new TreeMap<>();
    private final List<String> clashes = new ArrayList<>();

    static Shapes of(Collection<HandlerMethod> handlers, Class<?>... more) {
        var shapes = new Shapes();
        Arrays.stream(more).forEach(shapes::add);
        handlers.stream()
                .filter(handler -> handler.getBeanType().getName().startsWith(OURS))
                .flatMap(Shapes::types)
                .forEach(shapes::add);
        return shapes;
    }

    Map<String, Type> byName() {
        return shapes;
    }

    /** Names that two records share; a schema describes only one of them. */
    List<String> clashes() {
        return clashes;
    }

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Stream<Type> types(HandlerMethod handler) {
        var bodies = Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getGenericParameterType);
        var described = handler.getMethod().getAnnotation(ApiResponse.class);
        var answer = described == null || described.content().length == 0
                ? handler.getMethod().getGenericReturnType()
                : described.content()[0].schema().implementation();
        return Stream.concat(Stream.of(answer), bodies);
    }

    private void add(Type type) {
        switch (type) {
            case ParameterizedType generic -> {
                addRecord(generic, raw(generic));
                Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
            }
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).forEach(this::add);
            case Class<?> plain -> addRecord(plain, plain);
            default -> {
                // a type variable: its argument was added with the type that gives it
            }
        }
    }

    private void addRecord(Type type, Class<?> raw) {
        if (!raw.isRecord() || !raw.getName().startsWith(OURS)) {
            return;
        }
        var known = shapes.putIfAbsent(name(type), type);
        if (known == null) {
            Arrays.stream(raw.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::add);
        } else if (!known.equals(type)) {
            clashes.add("%s: %s and %s".formatted(name(type), known.getTypeName(), type.getTypeName()));
        }
    }

    private static String name(Type type) {
        var raw = raw(type);
        var given = raw.getAnnotation(Schema.class);
        var own = given == null || given.name().isEmpty() ? raw.getSimpleName() : given.name();
        return type instanceof ParameterizedType generic ? own + name(generic.getActualTypeArguments()[0]) : own;
    }
}
