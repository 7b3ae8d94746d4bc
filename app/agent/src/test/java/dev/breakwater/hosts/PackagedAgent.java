package dev.breakwater.hosts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The agent as it is shipped: what the build has packed, unpacked. */
record PackagedAgent(Path home) {
    static final Path ARCHIVE = Script.inModule("target/breakwater-agent.tar.gz");

    static PackagedAgent unpackedIn(Path folder) throws IOException {
        require();
        Script.run(Map.of(), "", List.of("tar", "-xzf", ARCHIVE.toString(), "-C", folder.toString()));
        return new PackagedAgent(folder.resolve("breakwater-agent"));
    }

    static void require() {
        Tools.requireFile(ARCHIVE, "run `mvn -pl app/agent package`");
        Tools.require("bash", "curl", "jq");
    }

    Path program() {
        return home.resolve("breakwater-agent");
    }
}
