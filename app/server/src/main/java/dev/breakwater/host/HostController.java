package dev.breakwater.host;

import dev.breakwater.identity.MayOperate;
import dev.breakwater.web.Cursor;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import dev.breakwater.web.Revisions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/hosts")
class HostController {
    private static final String LIST = "hosts";
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final HostViews views;
    private final Inventory inventory;
    private final HistoryStore history;
    private final Clock clock;

    HostController(HostViews views, Inventory inventory, HistoryStore history, Clock clock) {
        this.views = views;
        this.inventory = inventory;
        this.history = history;
        this.clock = clock;
    }

    @GetMapping
    Page<Host> listHosts(
            @RequestParam(required = false) @Nullable String selector,
            @RequestParam(required = false) @Nullable String platform,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var query = HostQuery.parse(selector, platform, state, q);
        var size = Limit.of(limit);
        var after = Cursor.parse(LIST, 1, cursor).map(it -> it.text(0)).orElse("");
        return Page.of(views.list(query, after, size, clock.instant()), size, host -> Cursor.of(LIST, host.name()));
    }

    @GetMapping("/{id}")
    ResponseEntity<Host> getHost(@PathVariable UUID id) {
        var host = find(id);
        return Revisions.ok(host, host.revision());
    }

    @PatchMapping("/{id}")
    @MayOperate
    ResponseEntity<Host> patchHost(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody HostPatch patch) {
        inventory.patch(new HostId(id), patch, ifMatch);
        return getHost(id);
    }

    @DeleteMapping("/{id}")
    @MayOperate
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteHost(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        inventory.delete(new HostId(id), ifMatch);
    }

    @GetMapping("/{id}/history")
    Page<HistoryStore.Entry> listHostHistory(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        find(id);
        var size = Limit.of(limit);
        var list = "history of " + id;
        var from = Cursor.parse(list, 2, cursor);
        var rows = history.list(
                new HostId(id),
                from.map(it -> it.instant(0)).orElse(END_OF_TIME),
                from.map(it -> it.number(1)).orElse(Long.MAX_VALUE),
                size);
        return Page.of(rows, size, row -> Cursor.of(list, row.at(), row.id()));
    }

    private Host find(UUID id) {
        return views.find(new HostId(id), clock.instant()).orElseThrow(() -> new HostNotFound(new HostId(id)));
    }
}
