package dev.breakwater.rollout.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Profiles and all their versions. */
@Repository
class ProfileStore {
    private static final String SELECT = """
            select p.id, p.name, v.version, p.built_in, v.description, v.terms, p.created_at, p.created_by, v.at, v.actor, p.revision
            from profiles p join profile_versions v on v.profile_id = p.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProfileStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** {@code version} null: the newest. Versions of deleted profiles are found by their number alone. */
    Optional<Profile> find(String name, @Nullable Integer version) {
        return jdbc.sql(SELECT + """
                where p.name = :name and v.version = coalesce(:version, p.version) and (p.deleted_at is null or cast(:version as int) is not null)
                """)
                .param("name", name)
                .param("version", version)
                .query((row, _) -> profile(row))
                .optional();
    }

    List<Profile> list(String after, int limit) {
        return jdbc.sql(SELECT + """
                where v.version = p.version and p.deleted_at is null and p.name > :after order by p.name limit :limit
                """)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> profile(row))
                .list();
    }

    List<Profile> versions(UUID profile, long before, int limit) {
        return jdbc.sql(SELECT + "where p.id = :profile and v.version < :before order by v.version desc limit :limit")
                .param("profile", profile)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> profile(row))
                .list();
    }

    /** Profiles are changed one at a time. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('breakwater profiles'))")
                .query((_, _) -> true)
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from profiles where deleted_at is null")
                .query(Integer.class)
                .single();
    }

    /** One that was deleted goes on with its next version. */
    void insert(UUID id, String name, Instant now, String actor) {
        jdbc.sql("""
                insert into profiles (id, name, version, created_at, created_by) values (:id, :name, 0, :now, :actor)
                on conflict (name) do update set deleted_at = null, created_at = excluded.created_at, created_by = excluded.created_by
                """)
                .param("id", id)
                .param("name", name)
                .param("now", at(now))
                .param("actor", actor)
                .update();
    }

    void add(String name, String description, Terms terms, Instant now, String actor) {
        jdbc.sql("""
                with next as (update profiles set version = version + 1, revision = revision + 1 where name = :name returning id, version)
                insert into profile_versions (profile_id, version, description, terms, at, actor)
                select id, version, :description, cast(:terms as jsonb), :now, :actor from next
                """)
                .param("name", name)
                .param("description", description)
                .param("terms", json.writeValueAsString(terms))
                .param("now", at(now))
                .param("actor", actor)
                .update();
    }

    void delete(UUID id, Instant now) {
        jdbc.sql("update profiles set deleted_at = :now, revision = revision + 1 where id = :id")
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    private Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("version"),
                row.getBoolean("built_in"),
                row.getString("description"),
                json.readValue(row.getString("terms"), Terms.class),
                instant(row, "created_at"),
                row.getString("created_by"),
                instant(row, "at"),
                row.getString("actor"),
                row.getLong("revision"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
