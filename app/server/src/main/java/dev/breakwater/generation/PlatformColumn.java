package dev.breakwater.generation;

import dev.breakwater.host.Platform;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A platform is kept under its name on the wire. */
@Converter
class PlatformColumn implements AttributeConverter<Platform, String> {
    @Override
    public String convertToDatabaseColumn(Platform platform) {
        return platform.wire();
    }

    @Override
    public Platform convertToEntityAttribute(String wire) {
        return Platform.of(wire);
    }
}
