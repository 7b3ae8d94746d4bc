package dev.breakwater.identity;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The first operator and its token; what is absent is generated once and kept in the data directory. So is the key that seals. */
@ConfigurationProperties("breakwater")
record IdentityProperties(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue Admin admin,
        @Nullable String sealingKey) {
    record Admin(@Nullable String password, @Nullable String token) {}
}
