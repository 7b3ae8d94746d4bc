package dev.breakwater.agent;

import dev.breakwater.host.EnrollmentRequest;
import dev.breakwater.host.HostId;
import dev.breakwater.host.Hosts;
import dev.breakwater.web.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets hosts in against an enrolment token: the one call without a credential. */
@RestController
class EnrolController {
    private final Hosts hosts;
    private final EnrolmentLimit limit;
    private final PollPace pace;

    EnrolController(Hosts hosts, EnrolmentLimit limit, PollPace pace) {
        this.hosts = hosts;
        this.limit = limit;
        this.pace = pace;
    }

    @PostMapping("/agent/v1/enroll")
    @ResponseStatus(HttpStatus.CREATED)
    Welcome enroll(@RequestBody EnrollmentRequest request, HttpServletRequest caller) {
        limit.enter(caller.getRemoteAddr());
        try {
            var enrolled = hosts.enroll(request);
            return new Welcome(enrolled.hostId(), enrolled.credential(), pace.idleSeconds(enrolled.hostId()));
        } catch (ProblemException refused) {
            limit.refused(caller.getRemoteAddr());
            throw refused;
        }
    }

    /** The credential is shown this once. */
    @Schema(name = "Enrolled")
    record Welcome(HostId hostId, String credential, long pollSeconds) {}
}
