package dev.breakwater.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/** Stops reading a body of unknown length where its limit ends. */
class LimitedRequest extends HttpServletRequestWrapper {
    private static final DataSize SWALLOWED = DataSize.ofMegabytes(8);

    private final DataSize limit;

    LimitedRequest(HttpServletRequest request, DataSize limit) {
        super(request);
        this.limit = limit;
    }

    /** A client hears the answer only if the connection is not reset under what it still sends: that is read, within bounds. */
    static BodyTooLarge tooLarge(InputStream rest, DataSize limit) throws IOException {
        var _ = rest.skip(SWALLOWED.toBytes());
        return new BodyTooLarge(limit);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new LimitedStream(super.getInputStream(), limit);
    }

    private static final class LimitedStream extends ServletInputStream {
        private final ServletInputStream body;
        private final DataSize limit;
        private long read;

        LimitedStream(ServletInputStream body, DataSize limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = body.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > limit.toBytes()) {
                throw tooLarge(body, limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
