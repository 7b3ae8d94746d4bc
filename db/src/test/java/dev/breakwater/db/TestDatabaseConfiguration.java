package dev.breakwater.db;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives every test context an empty database, unless {@code breakwater.test-database=false} asks for the product's choice. */
@AutoConfiguration(before = {EmbeddedDatabase.class, DataSourceAutoConfiguration.class})
@ConditionalOnProperty(name = "breakwater.test-database", matchIfMissing = true)
class TestDatabaseConfiguration {
    @Bean(destroyMethod = "close")
    TestDatabase testDatabase() {
        return TestDatabase.fresh();
    }
}
