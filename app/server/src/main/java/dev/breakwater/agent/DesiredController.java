package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.rollout.Offers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Tells a host what it should run; holds the answer back until there is news for a host that would wait. */
@RestController
class DesiredController {
    private final Offers offers;
    private final Presence presence;
    private final ParkedPolls polls;
    private final PollPace pace;
    private final Memory memory;
    private final AgentProperties properties;

    DesiredController(
            Offers offers,
            Presence presence,
            ParkedPolls polls,
            PollPace pace,
            Memory memory,
            AgentProperties properties) {
        this.offers = offers;
        this.presence = presence;
        this.polls = polls;
        this.pace = pace;
        this.memory = memory;
        this.properties = properties;
    }

    @GetMapping("/agent/v1/desired")
    DeferredResult<ResponseEntity<DesiredState>> desired(
            @AuthenticationPrincipal HostId host,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        presence.saw(host);
        var headers = new PollHeaders(ifNoneMatch, prefer);
        var poll = polls.park(host, headers, headers.wait(properties.longestWait()));
        try {
            var ticket = memory.ticket(host);
            var desired = offers.desired(host);
            var state = DesiredState.of(desired, pace.seconds(host, desired));
            memory.remember(ticket, host, state.etag(), desired.basis());
            poll.offer(state);
            return polls.leave(poll);
        } catch (RuntimeException failed) {
            polls.forget(poll);
            throw failed;
        }
    }
}
