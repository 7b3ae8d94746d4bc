/** The schema, and the PostgreSQL that Breakwater brings along where none is configured. */
@NullMarked
package dev.breakwater.db;

import org.jspecify.annotations.NullMarked;
