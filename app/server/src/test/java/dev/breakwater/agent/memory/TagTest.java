package dev.breakwater.agent.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {
    @Test
    void a_tag_is_96_bits() {
        var tag = "\"fedcba98765432100a1b2c3d\"";
        assertThat(Tag.is(tag)).isTrue();
        assertThat(Tag.high(tag)).isEqualTo(0xfedcba9876543210L);
        assertThat(Tag.low(tag)).isEqualTo(0x0a1b2c3d);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "W/\"fedcba98765432100a1b2c3d\"",
                "fedcba98765432100a1b2c3d",
                "\"FEDCBA98765432100a1b2c3d\"",
                "\"fedcba98765432100a1b2c3\"",
                "\"fedcba98765432100a1b2c3g\"",
                "\"fedcba98765432100a1b2c3d\", \"x\""
            })
    void anything_else_goes_the_long_way(String header) {
        assertThat(Tag.is(header)).isFalse();
    }
}
