package dev.breakwater.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakwater.web.Limit;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes every row, page by page: memory stays small, and a slow reader keeps no connection to the database. */
@Component
class DriftExport {
    private static final Limit PAGE = new Limit(Limit.MAX);
    private final DriftReport report;
    private final JsonMapper json;

    DriftExport(DriftReport report, JsonMapper json) {
        this.report = report;
        this.json = json;
    }

    void csv(DriftQuery query, OutputStream to) throws IOException {
        var writer = writer(to);
        writer.write(Csv.HEADER);
        each(query, drift -> append(writer, Csv.line(drift)));
        writer.flush();
    }

    void lines(DriftQuery query, OutputStream to) throws IOException {
        var writer = writer(to);
        each(query, drift -> append(writer, json.writeValueAsString(drift) + "\n"));
        writer.flush();
    }

    private void each(DriftQuery query, Consumer<Drift> sink) {
        var after = DriftReport.Place.START;
        while (true) {
            var page = report.list(query, after, PAGE);
            page.forEach(sink);
            if (page.size() <= PAGE.value()) {
                return;
            }
            after = DriftReport.Place.after(page.getLast());
        }
    }

    private static Writer writer(OutputStream to) {
        return new BufferedWriter(new OutputStreamWriter(to, UTF_8));
    }

    private static void append(Writer writer, String text) {
        try {
            writer.write(text);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
