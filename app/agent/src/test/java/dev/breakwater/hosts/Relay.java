package dev.breakwater.hosts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between hosts and their control plane; it can be cut, and mended. */
final class Relay implements AutoCloseable {
    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Relay(ServerSocket entrance, int exit) {
        this.entrance = entrance;
        this.exit = exit;
    }

    static Relay to(int port) throws IOException {
        var relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    String url() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(Relay::shut);
        open.clear();
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                carry(entrance.accept());
            } catch (IOException refused) {
                // closed, or the server is not there: the host sees a broken connection, as it should
            }
        }
    }

    private void carry(Socket inside) throws IOException {
        if (cut) {
            shut(inside);
            return;
        }
        open.add(inside);
        try {
            var outside = new Socket(InetAddress.getLoopbackAddress(), exit);
            open.add(outside);
            Thread.ofVirtual().start(() -> pump(inside, outside));
            Thread.ofVirtual().start(() -> pump(outside, inside));
        } catch (IOException unreachable) {
            shut(inside);
            throw unreachable;
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // either end may hang up
        }
        shut(from);
        shut(to);
        open.remove(from);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // it is gone either way
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        entrance.close();
    }
}
