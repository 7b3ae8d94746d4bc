package dev.breakwater.agent;

import dev.breakwater.host.HostReport;
import dev.breakwater.host.HostReport.Check;
import dev.breakwater.host.HostReport.Drift;
import dev.breakwater.host.HostReport.Running;
import dev.breakwater.host.Platform;
import dev.breakwater.web.FieldError;
import dev.breakwater.web.InvalidField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a report may hold: the platform's own refs, and bounded words. Says everything that is wrong, not only the first. */
final class ReportRules {
    private static final int MOST_CHECKS = 64;
    private static final int MOST_DRIFT = 64;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_MESSAGE = 2000;
    private static final Set<String> RAW_KINDS = Set.of("bootc-status", "rpm-ostree-status", "ostree-status");

    private final Platform platform;
    private final List<FieldError> errors = new ArrayList<>();

    ReportRules(Platform platform) {
        this.platform = platform;
    }

    void check(HostReport report) {
        require(report.phase() != null, "/phase", "is required");
        require(report.epoch() == null || report.epoch() >= 0, "/epoch", "must be 0 or more");
        require(report.current() != null, "/current", "is required");
        ref(report.current(), "/current");
        ref(report.booted(), "/booted");
        ref(report.byDefault(), "/default");
        ref(report.staged(), "/staged");
        text(report.bootId(), "/bootId", LONGEST_NAME);
        text(report.message(), "/message", LONGEST_MESSAGE);
        text(report.agentVersion(), "/agentVersion", LONGEST_NAME);
        checks(report.checks() == null ? List.of() : report.checks());
        drift(report.drift() == null ? List.of() : report.drift());
        raw(report.raw());
        if (!errors.isEmpty()) {
            throw new InvalidField(errors);
        }
    }

    private void ref(@Nullable Running running, String pointer) {
        if (running == null) {
            return;
        }
        var valid = running.ref() != null && platform.accepts(running.ref());
        require(valid, pointer + "/ref", "must be " + platform.refRule());
    }

    private void checks(List<Check> checks) {
        require(checks.size() <= MOST_CHECKS, "/checks", "must not be more than " + MOST_CHECKS);
        var names = new HashSet<String>();
        for (var index = 0; index < Math.min(checks.size(), MOST_CHECKS); index++) {
            var pointer = "/checks/" + index;
            var check = checks.get(index);
            require(check.name() != null && !check.name().isBlank(), pointer + "/name", "is required");
            require(names.add(check.name()), pointer + "/name", "must differ from the other checks' names");
            require(check.status() != null, pointer + "/status", "is required");
            text(check.name(), pointer + "/name", LONGEST_NAME);
            text(check.message(), pointer + "/message", LONGEST_MESSAGE);
        }
    }

    private void drift(List<Drift> drift) {
        require(drift.size() <= MOST_DRIFT, "/drift", "must not be more than " + MOST_DRIFT);
        for (var index = 0; index < Math.min(drift.size(), MOST_DRIFT); index++) {
            var pointer = "/drift/" + index;
            var kind = drift.get(index).kind();
            require(kind != null && kind.seenByAgent(), pointer + "/kind", "must be a kind that hosts see");
            text(drift.get(index).detail(), pointer + "/detail", LONGEST_MESSAGE);
        }
    }

    private void raw(HostReport.@Nullable Raw raw) {
        if (raw == null) {
            return;
        }
        require(
                raw.kind() != null && RAW_KINDS.contains(raw.kind()),
                "/raw/kind",
                "must be one of "
                        + String.join(", ", RAW_KINDS.stream().sorted().toList()));
        require(raw.body() != null, "/raw/body", "is required");
    }

    private void text(@Nullable String text, String pointer, int longest) {
        require(
                text == null || text.length() <= longest,
                pointer,
                "must not be longer than " + longest + " characters");
        require(text == null || text.indexOf('\0') < 0, pointer, "must not hold a NUL character");
    }

    private void require(boolean holds, String pointer, String rule) {
        if (!holds) {
            errors.add(new FieldError(pointer, rule));
        }
    }
}
