package dev.breakwater.fleetsim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The command line: a fleet of any size against any server, for load. */
public final class Main {
    private static final String USAGE = """
            usage: java -cp … dev.breakwater.fleetsim.Main --url URL[,URL…] --token-file FILE [--hosts 1000] [--seconds 60] [--at-once 64]
                   [--long-poll false] [--prefix sim] [--behaviour HEALTHY] [--generation NAME]
            """;

    private Main() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        var options = options(arguments);
        if (!options.containsKey("url") || !options.containsKey("token-file")) {
            System.err.print(USAGE);
            System.exit(2);
        }
        try (var http = new Http(Servers.of(options.getOrDefault("url", "")))) {
            var hosts = hosts(http, options);
            var waits = Boolean.parseBoolean(options.getOrDefault("long-poll", "false"));
            run(
                    new Fleet(hosts, waits ? hosts.size() : number(options, "at-once", 64)),
                    number(options, "seconds", 60));
        }
    }

    private static void run(Fleet fleet, int seconds) throws InterruptedException {
        try (fleet) {
            fleet.start(Duration.ofSeconds(5));
            for (var second = 1; second <= seconds; second++) {
                Thread.sleep(Duration.ofSeconds(1));
                System.out.printf("%d s: %d turns, %d failures%n", second, fleet.turns(), fleet.failures());
            }
        }
    }

    private static List<SimulatedHost> hosts(Http http, Map<String, String> options) throws IOException {
        var api = new HttpAgentApi(http);
        var operator = new OperatorApi(
                http, Files.readString(Path.of(options.get("token-file"))).strip());
        var temperament = Temperament.healthy(Duration.ofSeconds(2))
                .on(
                        options.getOrDefault("generation", ""),
                        Behaviour.valueOf(options.getOrDefault("behaviour", "HEALTHY")));
        var waits = Boolean.parseBoolean(options.getOrDefault("long-poll", "false"));
        return new Enrolment(api, operator)
                .enrol(identities(options), List.of(), DemoFleet::firstSystem).stream()
                        .map(member -> new SimulatedHost(api, member, temperament, waits))
                        .toList();
    }

    private static List<Identity> identities(Map<String, String> options) {
        var prefix = options.getOrDefault("prefix", "sim");
        return IntStream.range(0, number(options, "hosts", 1000))
                .mapToObj(index -> new Identity(
                        "%s-%06d".formatted(prefix, index), Platform.NIXOS, Map.of("fleet", prefix), index))
                .toList();
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        return Integer.parseInt(options.getOrDefault(name, String.valueOf(otherwise)));
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (var index = 0; index + 1 < arguments.length; index += 2) {
            options.put(arguments[index].replaceFirst("^--", ""), arguments[index + 1]);
        }
        return options;
    }
}
