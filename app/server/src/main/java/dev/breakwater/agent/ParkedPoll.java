package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.DeferredResult;

/** A poll that may wait for news. It is answered once, by whoever comes first: news, a newer poll of the same host, or time. */
final class ParkedPoll {
    private final HostId host;
    private final PollHeaders headers;
    private final DeferredResult<ResponseEntity<DesiredState>> answer;
    private volatile @Nullable String current;

    ParkedPoll(HostId host, PollHeaders headers, Duration wait) {
        this.host = host;
        this.headers = headers;
        this.answer = new DeferredResult<>(Math.max(1, wait.toMillis()), this::nothingNew);
    }

    HostId host() {
        return host;
    }

    DeferredResult<ResponseEntity<DesiredState>> answer() {
        return answer;
    }

    /** Answers if this is news to the host; returns whether it was. */
    boolean offer(DesiredState state) {
        var etag = state.etag();
        current = etag;
        if (headers.knows(etag)) {
            return false;
        }
        answer.setResult(ResponseEntity.ok().eTag(etag).body(state));
        return true;
    }

    void dismiss() {
        answer.setResult(nothingNew());
    }

    private ResponseEntity<DesiredState> nothingNew() {
        return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(current).build();
    }
}
