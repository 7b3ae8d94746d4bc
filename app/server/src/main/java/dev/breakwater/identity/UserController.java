package dev.breakwater.identity;

import dev.breakwater.web.Cursor;
import dev.breakwater.web.Limit;
import dev.breakwater.web.Page;
import dev.breakwater.web.Revisions;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may sign in, for those who administer. */
@RestController
@RequestMapping("/api/v1/users")
@MayAdminister
class UserController {
    private static final String LIST = "users";

    private final Accounts accounts;

    UserController(Accounts accounts) {
        this.accounts = accounts;
    }

    record User(UUID id, String name, Role role, Instant createdAt, long revision) {
        static User of(Operator operator) {
            return new User(operator.id(), operator.name(), operator.role(), operator.createdAt(), operator.revision());
        }
    }

    @GetMapping
    Page<User> listUsers(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var size = Limit.of(limit);
        var after = Cursor.parse(LIST, 1, cursor).map(place -> place.text(0)).orElse("");
        return Page.of(accounts.list(after, size), size, last -> Cursor.of(LIST, last.name()))
                .map(User::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<User> getUser(@PathVariable UUID id) {
        return answer(accounts.get(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<User> createUser(@Valid @RequestBody UserRequest request) {
        var user = User.of(accounts.create(request));
        return ResponseEntity.created(URI.create("/api/v1/users/" + user.id()))
                .eTag(Revisions.etag(user.revision()))
                .body(user);
    }

    @PatchMapping("/{id}")
    ResponseEntity<User> changeUser(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody UserChange change) {
        return answer(accounts.change(id, change, ifMatch));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteUser(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        accounts.delete(id, ifMatch);
    }

    private static ResponseEntity<User> answer(Operator operator) {
        return Revisions.ok(User.of(operator), operator.revision());
    }
}
