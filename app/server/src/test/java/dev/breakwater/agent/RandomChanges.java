package dev.breakwater.agent;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small fleet written straight into the database, and statements that change, at random, whatever an answer to a poll can rest on. */
final class RandomChanges {
    static final int HOSTS = 10;
    private static final int ROLLOUTS = 2;
    private static final int WAVES = 3;
    private static final int GENERATIONS = 3;
    private static final List<String> DIRECTIVES = List.of("WAIT", "OFFER", "ROLLBACK", "DONE");
    private static final List<String> PHASES = List.of("DRAFT", "PAUSED", "ROLLING", "HALTED", "CANCELLED");
    private static final List<String> STATES = List.of("PENDING", "CLAIMED", "SETTLED", "SKIPPED", "ROLLED_BACK");
    private static final List<String> TIMES = List.of("null", "now() - interval '1 hour'", "now() + interval '1 hour'");

    private final Random random;

    RandomChanges(long seed) {
        this.random = new Random(seed);
    }

    static UUID host(int number) {
        return new UUID(1, number);
    }

    static void fleet(JdbcClient jdbc) {
        IntStream.range(0, GENERATIONS)
                .forEach(it -> jdbc.sql("""
                insert into generations (id, name, platform, created_at, created_by) values ('%s', 'g%d', 'nixos', now(), 'test')
                """.formatted(id(3, it), it)).update());
        IntStream.range(0, HOSTS).forEach(it -> enrol(jdbc, it));
        IntStream.range(0, ROLLOUTS).forEach(it -> rollout(jdbc, it));
    }

    private static void enrol(JdbcClient jdbc, int number) {
        jdbc.sql("""
                insert into hosts (id, name, platform, machine_id, credential_hash, enrolled_at)
                values ('%s', 'h%d', 'nixos', 'm', sha256('%d'), now())
                """.formatted(host(number), number, number)).update();
        jdbc.sql("insert into host_status (host_id) values ('%s')".formatted(host(number)))
                .update();
    }

    private static void rollout(JdbcClient jdbc, int number) {
        jdbc.sql("""
                insert into rollouts (id, name, generation_id, selector, spec, phase, plan_seed, created_at, created_by)
                values ('%s', 'r', '%s', '', '{"rollbackDeadline":"PT5M"}', 'PAUSED', 1, now(), 'test')
                """.formatted(id(2, number), id(3, number))).update();
        IntStream.range(0, WAVES)
                .forEach(wave -> jdbc.sql("""
                insert into waves (rollout_id, ordinal, name, policy) values ('%s', %d, 'w', '{"deadline":"PT5M"}')
                """.formatted(id(2, number), wave)).update());
        jdbc.sql("""
                insert into rollout_hosts (rollout_id, host_id, wave, active, to_ref, rollback_ref)
                select '%s', id, row_number() over () %% %d, substr(id::text, 36)::int %% 2 = %d, 'new', 'ref1' from hosts
                """.formatted(id(2, number), WAVES, number)).update();
    }

    /** One statement. */
    String next() {
        return switch (random.nextInt(20)) {
            case 0 ->
                "update hosts set hold_reason = 'x', hold_actor = 'x', hold_until = %s where id = %s"
                        .formatted(one(TIMES), host());
            case 1 -> "update hosts set hold_reason = null, hold_actor = null where id = " + host();
            case 2 -> "update hosts set deleted_at = %s where id = %s".formatted(one(TIMES), host());
            case 3 ->
                "update hosts set credential_hash = sha256('%d') where id = %s".formatted(random.nextInt(), host());
            case 4 -> "update hosts set labels = '{\"a\":\"%d\"}' where id = %s".formatted(random.nextInt(), host());
            case 5 ->
                "update host_status set desired_ref = %s, desired_rollout_id = %s where host_id = %s"
                        .formatted(ref(), rollout(), host());
            case 6 ->
                "update host_status set desired_generation_id = %s where host_id = %s".formatted(generation(), host());
            case 7 -> "delete from host_status where host_id = " + host();
            case 8 ->
                "insert into host_status (host_id, desired_ref) values (%s, %s) on conflict do nothing"
                        .formatted(host(), ref());
            default -> ofRollouts();
        };
    }

    private String ofRollouts() {
        return switch (random.nextInt(17)) {
            case 0 -> "update rollout_hosts set active = false where host_id = " + host();
            case 1 ->
                "update rollout_hosts r set active = true where r.rollout_id = %1$s and r.host_id = %2$s and not exists (select from rollout_hosts where host_id = %2$s and active)"
                        .formatted(rollout(), host());
            case 2 -> "update rollout_hosts set state = '%s' where host_id = %s".formatted(one(STATES), host());
            case 3 -> "update rollout_hosts set touched = not touched where host_id = " + host();
            case 4 ->
                "update rollout_hosts set to_ref = %s, needs_boot = not needs_boot where host_id = %s"
                        .formatted(ref(), host());
            case 5 ->
                "update rollout_hosts set rollback_ref = %s where host_id = %s"
                        .formatted(random.nextBoolean() ? ref() : "null", host());
            case 6 -> "update rollout_hosts set wave = %d where host_id = %s".formatted(random.nextInt(WAVES), host());
            case 7 -> "delete from rollout_hosts where host_id = " + host();
            case 8 ->
                "insert into rollout_hosts (rollout_id, host_id, wave, to_ref) values (%s, %s, 0, 'x') on conflict do nothing"
                        .formatted(rollout(), host());
            case 9, 10 ->
                "update waves set directive = '%s', epoch = nextval('epochs') where rollout_id = %s and ordinal = %d"
                        .formatted(one(DIRECTIVES), rollout(), random.nextInt(WAVES));
            case 11 ->
                "update waves set policy = '{\"deadline\":\"PT%dM\"}' where rollout_id = %s"
                        .formatted(1 + random.nextInt(3), rollout());
            case 12 -> "update rollouts set phase = '%s' where id = %s".formatted(one(PHASES), rollout());
            case 13 ->
                "update rollouts set generation_id = %s, spec = '{\"rollbackDeadline\":\"PT%dM\"}' where id = %s"
                        .formatted(generation(), 1 + random.nextInt(3), rollout());
            case 14 ->
                "insert into host_conflicts (host_id, epoch, given_epoch, found_at) values (%s, 9, 1, now()) on conflict (host_id) do update set resolved_at = now(), decision = 'KEEP'"
                        .formatted(host());
            case 15 -> "delete from host_conflicts where host_id = " + host();
            default -> ofGenerations();
        };
    }

    private String ofGenerations() {
        return switch (random.nextInt(4)) {
            case 0 -> "update generations set name = '%s' where id = %s".formatted(UUID.randomUUID(), generation());
            case 1 ->
                "insert into artifacts (generation_id, ordinal, ref) values (%s, %d, %s) on conflict do nothing"
                        .formatted(generation(), random.nextInt(3), ref());
            case 2 -> "delete from artifacts where generation_id = " + generation();
            default ->
                "with told as (select tell_of_plan(%1$s)) update rollout_hosts set active = false, to_ref = %2$s where rollout_id = %1$s and exists (select from told)"
                        .formatted(rollout(), ref());
        };
    }

    private String host() {
        return quoted(host(random.nextInt(HOSTS)));
    }

    private String rollout() {
        return quoted(id(2, random.nextInt(ROLLOUTS)));
    }

    private String generation() {
        return quoted(id(3, random.nextInt(GENERATIONS)));
    }

    private String ref() {
        return "'ref" + random.nextInt(3) + "'";
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static UUID id(int kind, int number) {
        return new UUID(kind, number);
    }

    private static String quoted(UUID id) {
        return "'" + id + "'";
    }
}
