package dev.breakwater.db;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where a small installation keeps what must survive a restart. */
@ConfigurationProperties("breakwater")
record EmbeddedDatabaseProperties(@DefaultValue("./data") Path dataDir) {}
