package dev.breakwater.rollout.engine.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code golden.json}, which {@code golden.py} beside it makes by other means than the product's. */
final class Golden {

    private Golden() {}

    static List<double[]> rows(String name) throws IOException {
        try (var file = Golden.class.getResourceAsStream("golden.json")) {
            List<double[]> rows = new ArrayList<>();
            JsonMapper.shared().readTree(Objects.requireNonNull(file)).get(name).forEach(row -> {
                double[] values = new double[row.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.get(i).asDouble();
                }
                rows.add(values);
            });
            return rows;
        }
    }

    static Tally tally(double[] row) {
        return new Tally((int) row[0], (int) row[1]);
    }
}
