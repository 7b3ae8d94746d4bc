package dev.breakwater.agent;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.RunningServer;
import dev.breakwater.agent.memory.Tag;
import dev.breakwater.db.TestDatabase;
import dev.breakwater.host.CredentialStore;
import dev.breakwater.host.HostId;
import dev.breakwater.rollout.Desired;
import dev.breakwater.rollout.Offers;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever changes, by whichever statement, in whichever order transactions commit: what the memory says of a host, and of a credential, is
 * what the database says. On a database of its own, because it changes what no server would; the server on it decides nothing meanwhile.
 */
class WhateverChangesIT {
    private static final int STEPS = 600;
    private static final List<HostId> HOSTS = IntStream.range(0, RandomChanges.HOSTS)
            .mapToObj(RandomChanges::host)
            .map(HostId::new)
            .toList();

    private static TestDatabase database;
    private static RunningServer server;

    private final Random random = new Random(42);
    private final RandomChanges changes = new RandomChanges(42);
    private final JdbcClient jdbc = server.bean(JdbcClient.class);
    private final Offers offers = server.bean(Offers.class);
    private final PollPace pace = server.bean(PollPace.class);
    private final Memory memory = new Memory(Clock.systemUTC());
    private final HostChanges feed = new HostChanges(jdbc);
    private final CatchingUp catchingUp =
            new CatchingUp(memory, server.bean(Loading.class), server.bean(CredentialStore.class));
    private final Map<HostId, String> told = new HashMap<>();
    private final Set<ByteBuffer> credentials = new HashSet<>();
    private int fromMemory;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        server = RunningServer.on(
                database.getJdbcUrl(),
                _ -> {},
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--db-scheduler.enabled=false");
    }

    @AfterAll
    static void end() {
        server.close();
        database.close();
    }

    @Test
    void the_memory_says_what_the_database_says() throws SQLException {
        RandomChanges.fleet(jdbc);
        catchingUp.with(feed);
        try (var quick = database.connect();
                var slow = database.connect()) {
            slow.setAutoCommit(false);
            for (var step = 0; step < STEPS; step++) {
                change(quick, slow);
                poll(HOSTS.stream().filter(_ -> random.nextBoolean()).toList());
                catchingUp.with(feed);
                compare();
            }
        }
        assertThat(fromMemory).as("else nothing was proved").isGreaterThan(STEPS * RandomChanges.HOSTS / 10);
    }

    @Test
    void who_missed_what_was_dropped_begins_anew() {
        var forgetting = new Forgetting(jdbc);
        var place = feed.place();
        forgetting.round(Duration.ZERO);
        assertThat(place.reaches(feed.place())).isTrue();
        forgetting.round(Duration.ZERO);
        assertThat(place.reaches(feed.place())).isFalse();
        assertThat(jdbc.sql("select count(*) from host_changes")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_restored_database_makes_every_reader_begin_anew_and_rows_of_its_future_are_not_read() {
        jdbc.sql("insert into host_changes (xid, what) values ('9999999999', 'ALL')")
                .update();
        var place = feed.place();
        assertThat(feed.since(place).changes()).isEmpty();
        jdbc.sql("update host_changes_kept set lineage = 'another', seen = '9999999990:9999999990:'")
                .update();
        new Forgetting(jdbc).round(Duration.ZERO);
        assertThat(place.reaches(feed.place())).isFalse();
        assertThat(jdbc.sql("select count(*) from host_changes")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Now and then in a transaction that stays open while others commit after it began and before it ends. */
    private void change(Connection quick, Connection slow) throws SQLException {
        if (random.nextInt(4) == 0) {
            execute(slow);
        }
        if (random.nextInt(4) == 0) {
            slow.commit();
        }
        execute(quick);
        if (random.nextInt(40) == 0) {
            new Forgetting(jdbc).round(Duration.ZERO);
        }
    }

    private void execute(Connection session) throws SQLException {
        var sql = changes.next();
        try (var statement = session.createStatement()) {
            statement.execute("set lock_timeout = '1ms'");
            statement.execute(sql);
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as(sql).isIn("55P03", "23505", "23503");
            if (!session.getAutoCommit()) {
                session.rollback();
            }
        }
    }

    /** Before the memory has heard of what changed: what they are told is what it must not keep for too long. */
    private void poll(List<HostId> hosts) {
        var tickets = hosts.stream().collect(Collectors.toMap(host -> host, memory::ticket));
        offers.desired(hosts).forEach((host, desired) -> {
            var tag = tag(host, desired);
            memory.remember(requireNonNull(tickets.get(host)), host, tag, desired.basis());
            told.put(host, tag);
        });
    }

    private void compare() {
        var owners = owners();
        credentials.addAll(owners.keySet());
        var desired = offers.desired(HOSTS);
        for (var hash : credentials) {
            var owner = Optional.ofNullable(owners.get(hash));
            assertThat(memory.host(bytes(hash))).isEqualTo(owner);
            for (var tag : told.values()) {
                if (memory.told(hash.getLong(0), hash.getLong(8), Tag.high(tag), Tag.low(tag))) {
                    var host = owner.orElseThrow();
                    assertThat(tag).isEqualTo(tag(host, desired.get(host)));
                    fromMemory++;
                }
            }
        }
    }

    private Map<ByteBuffer, HostId> owners() {
        var owners = new HashMap<ByteBuffer, HostId>();
        jdbc.sql("select id, credential_hash from hosts where deleted_at is null")
                .query(row -> {
                    owners.put(ByteBuffer.wrap(row.getBytes(2)), new HostId(row.getObject(1, UUID.class)));
                });
        return owners;
    }

    private static byte[] bytes(ByteBuffer hash) {
        var bytes = new byte[hash.capacity()];
        hash.get(0, bytes);
        return bytes;
    }

    private String tag(HostId host, Desired desired) {
        return DesiredState.of(desired, pace.seconds(host, desired)).etag();
    }
}
