package dev.breakwater.rollout;

import dev.breakwater.host.Fleet;
import dev.breakwater.host.HostId;
import dev.breakwater.host.HostReport;
import dev.breakwater.host.HostReport.Check;
import dev.breakwater.host.HostReport.Phase;
import dev.breakwater.host.HostReport.Running;
import dev.breakwater.host.HostReport.Status;
import dev.breakwater.rollout.Desired.Action;
import dev.breakwater.rollout.Scene.Stage;
import java.util.List;
import java.util.Map;

/** One host, played by the rules of the agent protocol, with a temper. */
final class Player {
    enum Temper {
        WELL,
        /** Fails a check on everything but its base. */
        SICK_OF_NEWS,
        /** Says nothing. */
        MUTE
    }

    final HostId id;
    final String name;
    final String base;
    private final Stage stage;
    volatile String ref;
    volatile Temper temper = Temper.WELL;
    /** The newest epoch it has acted under, which a real host keeps on its disk. */
    volatile long acted;

    Player(Stage stage, HostId id, String name) {
        this.stage = stage;
        this.id = id;
        this.name = name;
        this.base = path("base");
        this.ref = base;
    }

    String path(String version) {
        return Fleet.storePath(name + "-" + version);
    }

    void play() {
        if (temper == Temper.MUTE) {
            return;
        }
        var desired = stage.offers().desired(id);
        if (desired.action() == Action.NONE) {
            idle();
            return;
        }
        if (!ref.equals(desired.ref())) {
            if (!(claim(desired.epoch()) instanceof ClaimAnswer.Granted)) {
                return;
            }
            ref = desired.ref();
        }
        report(Phase.ACTIVE, desired.epoch());
    }

    ClaimAnswer claim(long epoch) {
        stage.offers().heard(id, Math.max(acted, epoch));
        var answer = stage.offers().claim(id, epoch, 0);
        acted = answer instanceof ClaimAnswer.Granted ? Math.max(acted, epoch) : acted;
        return answer;
    }

    /** The same machine, after its server was exchanged. */
    Player on(Stage other) {
        var moved = new Player(other, id, name);
        moved.ref = ref;
        moved.temper = temper;
        moved.acted = acted;
        return moved;
    }

    ClaimAnswer claim() {
        return claim(stage.offers().desired(id).epoch());
    }

    void idle() {
        report(Phase.IDLE, null);
    }

    /** Says that it cannot tell how it is. */
    void doubt() {
        report(Phase.ACTIVE, stage.offers().desired(id).epoch(), Status.UNKNOWN);
    }

    void report(Phase phase, Long epoch) {
        var sick = temper == Temper.SICK_OF_NEWS && !ref.equals(base);
        report(phase, epoch, sick ? Status.FAIL : Status.PASS);
    }

    private void report(Phase phase, Long epoch, Status status) {
        stage.offers().heard(id, Math.max(acted, epoch == null ? 0 : epoch));
        var now = stage.clock().instant();
        var running = new Running(ref);
        var checks = List.of(new Check("systemd", status, ""));
        var report = new HostReport(
                epoch, phase, running, running, running, null, "boot", true, checks, null, null, "test", null);
        stage.transactions().executeWithoutResult(_ -> {
            stage.hosts().record(id, report, stage.offers().steers(id), now);
            stage.offers().weigh(Map.of(id, report), now);
        });
        stage.hosts().seen(List.of(id), now);
    }
}
