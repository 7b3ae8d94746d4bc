package dev.breakwater.host;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The credentials of hosts that were not deleted, as hashes: what a replica must know to recognise hosts by itself. */
@Repository
@Transactional(readOnly = true)
public class CredentialStore {
    private final JdbcClient jdbc;

    CredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<HostCredential> of(Collection<UUID> hosts) {
        return jdbc.sql("select id, credential_hash from hosts where id = any (:ids) and deleted_at is null")
                .param("ids", hosts.toArray(UUID[]::new))
                .query((row, _) -> credential(row))
                .list();
    }

    /** In the order of ids. */
    public List<HostCredential> after(UUID host, int limit) {
        return jdbc.sql("""
                select id, credential_hash from hosts where id > :after and deleted_at is null order by id limit :limit
                """)
                .param("after", host)
                .param("limit", limit)
                .query((row, _) -> credential(row))
                .list();
    }

    /** As the planner last counted: good enough to make room by. */
    public int about() {
        return jdbc.sql("select greatest(reltuples, 0)::int from pg_class where oid = 'hosts'::regclass")
                .query(Integer.class)
                .single();
    }

    private static HostCredential credential(ResultSet row) throws SQLException {
        var hash = ByteBuffer.wrap(row.getBytes("credential_hash"));
        return new HostCredential(new HostId(row.getObject("id", UUID.class)), hash.getLong(), hash.getLong());
    }
}
