package dev.breakwater.simulation;

import dev.breakwater.Api;
import dev.breakwater.Api.Answer;
import dev.breakwater.host.Fleet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** A host as the agent protocol knows it, over HTTP, with a temper. It knows only what it was told, and remembers what it was well on. */
final class SimulatedHost {
    /** A report on its way; it says what was so when it was written. */
    record Letter(SimulatedHost from, String credential, String body) {}

    final String name;
    final String base;
    final SplittableRandom chance;
    /** What it once ran and was healthy on: a rollback may lead nowhere else. */
    final Set<String> good = new HashSet<>();

    String id = "";
    String credential = "";
    String ref;
    Temper temper = Temper.SOUND;
    boolean dead;
    boolean claimed;
    private int boots;
    private int wells;
    private long acted;

    SimulatedHost(String name, SplittableRandom chance) {
        this.name = name;
        this.base = Fleet.storePath(name + "-base");
        this.ref = base;
        this.chance = chance;
    }

    String machineId() {
        return "machine-of-" + name;
    }

    /** One round of its agent; what it has to say, unless it is dead or the server does not answer. */
    Optional<Letter> round(Api server) {
        if (dead) {
            return Optional.empty();
        }
        var desired = bearing(server).get("/agent/v1/desired");
        if (desired.status() != 200) {
            return Optional.empty();
        }
        var order = desired.json();
        var epoch = order.path("epoch").asLong();
        var action = order.path("action").asString();
        if (action.equals("NONE")) {
            return Optional.of(report("IDLE", epoch, "PASS"));
        }
        var wanted = order.path("ref").asString();
        Truth.require(
                !action.equals("ROLLBACK") || good.contains(wanted), "I12: " + name + " is sent back to " + wanted);
        return follow(server, action, epoch, wanted);
    }

    private Optional<Letter> follow(Api server, String action, long epoch, String wanted) {
        if (temper == Temper.REFUSING) {
            return Optional.of(report("FAILED", epoch, "PASS"));
        }
        if (temper == Temper.LYING && action.equals("ACTIVATE")) {
            return Optional.of(report("ACTIVE", epoch, "PASS"));
        }
        if (ref.equals(wanted)) {
            return Optional.of(active(action, epoch));
        }
        if (!granted(bearing(server).post("/agent/v1/claims", "{\"epoch\":%d}".formatted(epoch)), epoch)) {
            return chance.nextBoolean() ? Optional.of(report("STAGED", epoch, "PASS")) : Optional.empty();
        }
        ref = wanted;
        wells = 0;
        dead = temper == Temper.SILENT;
        return dead ? Optional.empty() : Optional.of(active(action, epoch));
    }

    private boolean granted(Answer answer, long epoch) {
        claimed = answer.status() == 200;
        acted = claimed ? Math.max(acted, epoch) : acted;
        return claimed;
    }

    private Letter active(String action, long epoch) {
        if (action.equals("ROLLBACK") || temper.isSound()) {
            return report("ACTIVE", epoch, "PASS");
        }
        wells++;
        return switch (temper) {
            case SICK -> report("ACTIVE", epoch, "FAIL");
            case CRASH_LOOPING -> report("ACTIVATING", epoch, "UNKNOWN");
            case FLAPPING -> report("ACTIVE", epoch, chance.nextInt(4) == 0 ? "UNKNOWN" : "PASS");
            case REVERTING -> wells > 2 ? revert(epoch) : report("ACTIVE", epoch, "PASS");
            case SOUND, SILENT, LYING, REFUSING -> report("ACTIVE", epoch, "PASS");
        };
    }

    private Letter revert(long epoch) {
        ref = base;
        return report("REVERTED", epoch, "PASS");
    }

    private Letter report(String phase, long epoch, String check) {
        boots += phase.equals("ACTIVATING") ? 1 : 0;
        if (check.equals("PASS")) {
            good.add(ref);
        }
        var body = """
                {"epoch":%d,"phase":"%s","current":{"ref":"%s"},"booted":{"ref":"%s"},"default":{"ref":"%s"},"bootId":"boot-%d",
                 "bootComplete":%s,"checks":[{"name":"web","status":"%s","message":""}]}
                """.formatted(epoch, phase, ref, ref, ref, boots, !phase.equals("ACTIVATING"), check);
        return new Letter(this, credential, body);
    }

    /** Says that it is well on what it runs. */
    Letter idle() {
        return report("IDLE", 0, "PASS");
    }

    Api bearing(Api server) {
        return Api.anonymous(server.port()).bearer(credential).with("Breakwater-Epoch", String.valueOf(acted));
    }
}
