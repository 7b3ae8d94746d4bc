package dev.breakwater.identity;

import dev.breakwater.web.Limit;
import dev.breakwater.web.Revisions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The operators, and what may be changed of them. */
@Service
@Transactional
class Accounts {
    private final Operators operators;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(Operators operators, Passwords passwords, ApplicationEventPublisher events, Clock clock) {
        this.operators = operators;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Operator> list(String after, Limit limit) {
        return operators.findByNameGreaterThanOrderByName(
                after, org.springframework.data.domain.Limit.of(limit.plusOne()));
    }

    @Transactional(readOnly = true)
    Operator get(UUID id) {
        return operators.findById(id).orElseThrow(() -> NotFound.user(id));
    }

    Operator create(UserRequest request) {
        var hash = passwords.hash(Passwords.checked("/password", request.password()));
        if (operators.findByName(request.name()).isPresent()) {
            throw new NameTaken(request.name());
        }
        var operator = operators.saveAndFlush(new Operator(request.name(), hash, request.role(), clock.instant()));
        publish("user.created", operator, "is a user now, with the role " + operator.role());
        return operator;
    }

    Operator change(UUID id, UserChange change, @Nullable String ifMatch) {
        var operator = get(id);
        Revisions.require(ifMatch, operator.revision());
        if (change.role() != null && change.role() != operator.role()) {
            become(operator, change.role());
        }
        if (change.password() != null) {
            operator.changePassword(passwords.hash(Passwords.checked("/password", change.password())));
            publish("user.password-changed", operator, "has a new password");
        }
        return operators.saveAndFlush(operator);
    }

    String changePassword(UUID id, String password) {
        var operator = get(id);
        operator.changePassword(passwords.hash(Passwords.checked("/password", password)));
        publish("user.password-changed", operator, "has a new password");
        return operators.saveAndFlush(operator).passwordHash();
    }

    void delete(UUID id, @Nullable String ifMatch) {
        var operator = get(id);
        Revisions.allow(ifMatch, operator.revision());
        keepAnAdmin(operator);
        operators.delete(operator);
        publish("user.deleted", operator, "is not a user any more");
    }

    private void become(Operator operator, Role role) {
        keepAnAdmin(operator);
        operator.become(role);
        publish("user.role-changed", operator, "has the role " + role);
    }

    private void keepAnAdmin(Operator operator) {
        if (operator.role() == Role.ADMIN
                && operators.findByRoleOrderById(Role.ADMIN).size() <= 1) {
            throw new LastAdmin();
        }
    }

    private void publish(String type, Operator operator, String what) {
        events.publishEvent(new IdentityChanged(
                clock.instant(),
                type,
                "users/" + operator.id(),
                Actors.current().name(),
                operator.name() + " " + what));
    }
}
