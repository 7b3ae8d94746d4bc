package dev.breakwater.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Asks for a new operator. A name has no colon: Basic authentication could not carry it. */
@Schema(name = "NewUser")
record UserRequest(
        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}",
                message = "must start with a letter or digit and have at most 100 of letters, digits and ._@+-")
        String name,

        @NotNull String password,
        @NotNull Role role) {}
