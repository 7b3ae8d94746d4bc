package dev.breakwater.rollout.gate;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The webhooks' door. It needs no credential: the address is one. */
@Hidden
@RestController
class CallbackController {
    private final CallbackDesk desk;

    CallbackController(CallbackDesk desk) {
        this.desk = desk;
    }

    @PostMapping(Callbacks.PATH + "{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void callBack(@PathVariable String token, @RequestBody String body) {
        desk.hear(token, body);
    }
}
