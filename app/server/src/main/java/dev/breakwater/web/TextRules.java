package dev.breakwater.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses, wherever JSON is read, text that PostgreSQL cannot keep. */
@Configuration(proxyBeanMethods = false)
class TextRules {
    @Bean
    JacksonModule textWithoutNul() {
        return new SimpleModule("text-without-nul")
                .addDeserializer(String.class, new Value())
                .addKeyDeserializer(String.class, new Key());
    }

    private static String checked(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new NulCharacter("");
        }
        return text;
    }

    private static final class Value extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            return checked(super.deserialize(parser, context));
        }
    }

    private static final class Key extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return checked(key);
        }
    }
}
