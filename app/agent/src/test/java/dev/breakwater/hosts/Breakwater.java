package dev.breakwater.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Gives tests one running server, shared by all of them, and the packaged agent. */
final class Breakwater implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(Breakwater.class);

    /** Here rather than where they are used: what a resolver throws is an error, never a skipped test. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            if (!Tools.inCi()) {
                PackagedAgent.require();
                ControlPlane.require();
            }
            return ConditionEvaluationResult.enabled("the server and the agent are built");
        } catch (TestAbortedException missing) {
            return ConditionEvaluationResult.disabled(missing.getMessage());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == ControlPlane.class || type == PackagedAgent.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var shared =
                context.getRoot().getStore(SHARED).computeIfAbsent(Shared.class, _ -> Shared.started(), Shared.class);
        return parameter.getParameter().getType() == ControlPlane.class ? shared.plane() : shared.agent();
    }

    private record Shared(Path folder, ControlPlane plane, PackagedAgent agent) implements AutoCloseable {
        static Shared started() {
            try {
                var folder = Files.createTempDirectory("breakwater-hosts");
                // a poller that is nobody has to reach the agent in it
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
                var agent = PackagedAgent.unpackedIn(folder);
                return new Shared(folder, ControlPlane.startedIn(folder), agent);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() throws IOException {
            plane.close();
            Script.run(Map.of(), "", List.of("rm", "-rf", folder.toString()));
        }
    }
}
