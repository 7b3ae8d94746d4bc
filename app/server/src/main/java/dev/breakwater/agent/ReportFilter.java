package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import dev.breakwater.web.RereadRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Answers a report that says, letter for letter, what its host said before, from memory and ahead of every other filter: all that it
 * changes is when the host was last heard. Anything else goes the long way, with a print of what it says.
 */
final class ReportFilter implements Filter {
    static final String PATH = "/agent/v1/reports";
    static final String PRINT = "dev.breakwater.agent.print";
    private static final int LONGEST = 8192;
    private static final String JSON = "application/json";

    private final Memory memory;
    private final PollPace pace;
    private final ShortWay way;

    ReportFilter(Memory memory, PollPace pace, MeterRegistry meters) {
        this.memory = memory;
        this.pace = pace;
        this.way = new ShortWay(meters, Tags.of("method", "POST", "outcome", "SUCCESS", "status", "200", "uri", PATH));
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        var began = memory.now();
        var request = (HttpServletRequest) asked;
        if (!isPlain(request)) {
            chain.doFilter(request, answer);
            return;
        }
        var body = request.getInputStream().readNBytes(request.getContentLength());
        var print = ReportPrint.of(body, request.getHeader(NewestEpoch.HEADER));
        var host = host(request.getHeader(HttpHeaders.AUTHORIZATION), print);
        if (host == null) {
            request.setAttribute(PRINT, print);
            chain.doFilter(new RereadRequest(request, body), answer);
            return;
        }
        answer(request, (HttpServletResponse) answer, host);
        way.took(memory.now() - began);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HostId host) throws IOException {
        way.writeHeaders(request, response);
        response.setContentType(JSON);
        var body = "{\"epoch\":0,\"pollSeconds\":" + pace.idleSeconds(host) + '}';
        response.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isPlain(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRequestURI().equals(PATH)
                && request.getQueryString() == null
                && request.getContentLength() > 0
                && request.getContentLength() <= LONGEST
                && JSON.equals(request.getContentType())
                && acceptsJson(request.getHeader(HttpHeaders.ACCEPT))
                && request.getHeader(HttpHeaders.CONTENT_ENCODING) == null
                && request.getHeader(HttpHeaders.ORIGIN) == null;
    }

    private static boolean acceptsJson(@Nullable String accept) {
        return accept == null || accept.equals("*/*") || accept.equals(JSON);
    }

    private @Nullable HostId host(@Nullable String credential, long print) {
        var hash = CredentialHash.borrow();
        try {
            return credential != null && hash.read(credential) ? memory.repeats(hash.high(), hash.low(), print) : null;
        } finally {
            hash.giveBack();
        }
    }
}
