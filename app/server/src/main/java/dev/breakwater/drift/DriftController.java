package dev.breakwater.drift;

import dev.breakwater.drift.DriftReport.Place;
import dev.breakwater.web.Cursor;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/drift")
class DriftController {
    private static final String LIST = "drift";
    private static final String CSV = "text/csv";

    private final DriftReport report;
    private final DriftExport export;

    DriftController(DriftReport report, DriftExport export) {
        this.report = report;
        this.export = export;
    }

    @Operation(description = "The same list without pages: Accept text/csv or application/x-ndjson.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<Drift> listDrift(
            @RequestParam(required = false) @Nullable String selector,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String minAge,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var size = Limit.of(limit);
        var query = DriftQuery.parse(selector, kind, minAge);
        var after = Cursor.parse(LIST, 3, cursor)
                .map(it -> new Place(it.text(0), it.text(1), it.text(2)))
                .orElse(Place.START);
        return Page.of(
                report.list(query, after, size),
                size,
                drift -> Cursor.of(LIST, drift.name(), drift.kind(), drift.detail()));
    }

    @Hidden
    @GetMapping(produces = CSV)
    void exportDriftAsCsv(
            @RequestParam(required = false) @Nullable String selector,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String minAge,
            HttpServletResponse response)
            throws IOException {
        var query = DriftQuery.parse(selector, kind, minAge);
        response.setContentType(CSV + ";charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"drift.csv\"");
        export.csv(query, response.getOutputStream());
    }

    @Hidden
    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    void exportDriftAsLines(
            @RequestParam(required = false) @Nullable String selector,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String minAge,
            HttpServletResponse response)
            throws IOException {
        var query = DriftQuery.parse(selector, kind, minAge);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        export.lines(query, response.getOutputStream());
    }

    @GetMapping(path = "/summary", produces = MediaType.APPLICATION_JSON_VALUE)
    DriftSummary summarizeDrift(
            @RequestParam(defaultValue = "kind") String groupBy,
            @RequestParam(required = false) @Nullable String selector,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String minAge) {
        var query = DriftQuery.parse(selector, kind, minAge);
        return DriftSummary.of(groupBy, report.groups(query, Grouping.parse(groupBy)));
    }
}
