package dev.breakwater.rollout.web;

import dev.breakwater.identity.Actors;
import dev.breakwater.rollout.ApprovalInbox;
import dev.breakwater.rollout.PendingApproval;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox of whoever approves; yes and no are said to the rollout. */
@RestController
@RequestMapping("/api/v1/approvals")
class ApprovalController {
    private final ApprovalInbox inbox;

    ApprovalController(ApprovalInbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    Page<PendingApproval> listApprovals(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return inbox.list(state, Actors.current(), Limit.of(limit), cursor);
    }
}
