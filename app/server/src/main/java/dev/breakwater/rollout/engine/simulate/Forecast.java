package dev.breakwater.rollout.engine.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** What many plays came to. {@code stopped} is the share of plays that each wave was the last of, {@code completed} that of the rest. */
public record Forecast(int runs, Spread moved, Spread hit, List<Double> stopped, double completed) {

    /** The mean, and the least values that at least 5, 50 and 95 of 100 plays do not exceed: 90 of 100 lie from p05 to p95. */
    public record Spread(double mean, int p05, int p50, int p95) {

        static Spread of(List<Run> runs, ToIntFunction<Run> figure) {
            int[] sorted = runs.stream().mapToInt(figure).sorted().toArray();
            double mean = Arrays.stream(sorted).average().orElse(0);
            return new Spread(mean, at(sorted, 0.05), at(sorted, 0.5), at(sorted, 0.95));
        }

        private static int at(int[] sorted, double share) {
            return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
        }
    }

    public Forecast {
        stopped = List.copyOf(stopped);
    }

    static Forecast of(List<Run> runs, int waves) {
        int[] stopped = new int[waves];
        runs.forEach(run -> run.stoppedIn().ifPresent(wave -> stopped[wave]++));
        List<Double> shares = Arrays.stream(stopped)
                .mapToObj(count -> (double) count / runs.size())
                .toList();
        double detected = (double) Arrays.stream(stopped).sum() / runs.size();
        return new Forecast(runs.size(), Spread.of(runs, Run::moved), Spread.of(runs, Run::hit), shares, 1 - detected);
    }
}
