package dev.breakwater.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.RunningServer;
import dev.breakwater.agent.memory.Tag;
import dev.breakwater.db.TestDatabase;
import dev.breakwater.host.CredentialStore;
import dev.breakwater.host.HostId;
import dev.breakwater.rollout.Offers;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
    private final Map<HostId, Set<ByteBuffer>> credentials = new HashMap<>();
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
        try (var slow = database.connect()) {
            slow.setAutoCommit(false);
            for (var step = 0; step < STEPS; step++) {
                change(slow);
                polls(0.5);
                catchingUp.with(feed);
                IntStream.range(0, RandomChanges.HOSTS).forEach(this::compare);
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
    private void change(Connection slow) throws SQLException {
        if (random.nextInt(4) == 0) {
            try (var statement = slow.createStatement()) {
                statement.execute("set local lock_timeout = '1ms'");
                statement.execute(changes.next());
            } catch (SQLException locked) {
                slow.rollback();
            }
        }
        if (random.nextInt(4) == 0) {
            slow.commit();
        }
        commit(changes.next());
        if (random.nextInt(40) == 0) {
            new Forgetting(jdbc).round(Duration.ZERO);
        }
    }

    private void commit(String statement) throws SQLException {
        try (var session = database.connect();
                var quick = session.createStatement()) {
            quick.execute("set lock_timeout = '1ms'");
            quick.execute(statement);
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as(statement).isIn("55P03", "23505", "23503");
        }
    }

    /** Some hosts ask, before the memory has heard of what changed: what they are told is what it must not keep for too long. */
    private void polls(double share) {
        IntStream.range(0, RandomChanges.HOSTS)
                .filter(_ -> random.nextDouble() < share)
                .mapToObj(RandomChanges::host)
                .map(HostId::new)
                .forEach(this::poll);
    }

    private void poll(HostId host) {
        var ticket = memory.ticket(host);
        var desired = offers.desired(host);
        var tag = DesiredState.of(desired, pace.seconds(host, desired)).etag();
        memory.remember(ticket, host, tag, desired.basis());
        told.put(host, tag);
    }

    private void compare(int number) {
        var host = new HostId(RandomChanges.host(number));
        var now = offers.desired(host);
        var tag = DesiredState.of(now, pace.seconds(host, now)).etag();
        var current = jdbc.sql("select credential_hash from hosts where id = :id and deleted_at is null")
                .param("id", host.value())
                .query((row, _) -> ByteBuffer.wrap(row.getBytes(1)))
                .optional();
        current.ifPresent(
                hash -> credentials.computeIfAbsent(host, _ -> new HashSet<>()).add(hash));
        for (var hash : credentials.getOrDefault(host, Set.of())) {
            var valid = current.filter(hash::equals).isPresent();
            assertThat(memory.host(hash.array()))
                    .isEqualTo(valid ? current.map(_ -> host) : java.util.Optional.empty());
            var before = told.getOrDefault(host, tag);
            if (memory.told(hash.getLong(0), hash.getLong(8), Tag.high(before), Tag.low(before))) {
                assertThat(valid).as("the credential of %s", host).isTrue();
                assertThat(before).as("%s, now %s", host, now).isEqualTo(tag);
                fromMemory++;
            }
        }
    }
}
