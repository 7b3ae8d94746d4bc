package dev.breakwater.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Renders what the servlet container or the firewall refuses before any controller sees it. */
@Hidden
@RestController
class ErrorPage implements ErrorController {
    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<Problem> render(HttpServletRequest request) {
        return problems.answer(failure(request), request);
    }

    private static Throwable failure(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                ? thrown
                : refusal(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    }

    private static ProblemException refusal(@Nullable Object statusCode) {
        var status = statusCode instanceof Integer code ? HttpStatus.resolve(code) : null;
        if (status == null || status == HttpStatus.NOT_FOUND) {
            return new Refusal(HttpStatus.NOT_FOUND, "not_found", "There is nothing here.");
        }
        return new Refusal(
                status, status.name().toLowerCase(java.util.Locale.ROOT), "The server refused this request.");
    }
}
