package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.rollout.ClaimAnswer;
import dev.breakwater.rollout.Offers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Answers the host's last question before it switches: may I still? */
@RestController
class ClaimController {
    private final Offers offers;
    private final Presence presence;

    ClaimController(Offers offers, Presence presence) {
        this.offers = offers;
        this.presence = presence;
    }

    @PostMapping("/agent/v1/claims")
    Granted claim(
            @AuthenticationPrincipal HostId host,
            @RequestHeader(name = NewestEpoch.HEADER, required = false) @Nullable Long acted,
            @RequestBody ClaimRequest request) {
        var newest = NewestEpoch.of(request.epoch(), acted).orElse(0);
        presence.saw(host);
        return switch (offers.claim(host, request.requireEpoch(), newest)) {
            case ClaimAnswer.Granted _ -> new Granted(request.requireEpoch());
            case ClaimAnswer.NotNow notNow -> throw new ClaimRefused(notNow);
            case ClaimAnswer.Withdrawn withdrawn -> throw new ClaimRefused(withdrawn);
        };
    }

    /** Switch now, under this epoch. */
    @Schema(name = "ClaimGranted")
    record Granted(long epoch) {}
}
