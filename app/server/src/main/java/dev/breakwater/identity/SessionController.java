package dev.breakwater.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in to the dashboard and out of it. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {
    private final SignIns signIns;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    SessionController(SignIns signIns, Accounts accounts, ApplicationEventPublisher events) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.events = events;
    }

    record SignIn(@NotNull String name, @NotNull String password) {}

    /** The token is empty for those who sent a credential with the request, which need none. */
    record Session(String name, Role role, String csrfToken) {}

    record PasswordChange(@NotNull String current, @NotNull String password) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(@Valid @RequestBody SignIn signIn, HttpServletRequest request) {
        Sessions.open(request, signIns.byPassword(signIn.name(), signIn.password(), request.getRemoteAddr()));
    }

    @GetMapping
    Session getSession(@RequestAttribute(name = "_csrf") CsrfToken token, HttpServletRequest request) {
        var actor = Actors.current();
        var needsToken = request.getSession(false) != null;
        return new Session(actor.name(), actor.role(), needsToken ? token.getToken() : "");
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            var id = session.getId();
            session.invalidate();
            events.publishEvent(new SignedOut(id));
        }
    }

    /** Ends every other session of this operator. */
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody PasswordChange change, HttpServletRequest request) {
        var account = signIns.byPassword(Actors.current().name(), change.current(), request.getRemoteAddr());
        var hash = accounts.changePassword(account.id(), change.password());
        var session = request.getSession(false);
        if (session != null) {
            Sessions.stamp(session, hash);
        }
    }
}
