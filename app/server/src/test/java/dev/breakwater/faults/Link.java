package dev.breakwater.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The network between a replica and a database. Cut, it loses nothing and says nothing: what is sent arrives when it is mended, as with TCP. */
final class Link implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket entrance;
    private final int to;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private boolean cut;

    private Link(ServerSocket entrance, int to) {
        this.entrance = entrance;
        this.to = to;
    }

    static Link to(int port) throws IOException {
        var link = new Link(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(link::accept);
        return link;
    }

    int port() {
        return entrance.getLocalPort();
    }

    void cut() {
        lock.lock();
        try {
            cut = true;
        } finally {
            lock.unlock();
        }
    }

    void mend() {
        lock.lock();
        try {
            cut = false;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var replica = entrance.accept();
                ends.add(replica);
                Thread.ofVirtual().start(() -> carry(replica));
            } catch (IOException closed) {
                // asked again, if it is not
            }
        }
    }

    private void carry(Socket replica) {
        try {
            awaitMended();
            var database = new Socket(InetAddress.getLoopbackAddress(), to);
            ends.add(database);
            Thread.ofVirtual().start(() -> pump(database, replica));
            pump(replica, database);
        } catch (IOException refused) {
            shut(replica);
        }
    }

    private void pump(Socket from, Socket into) {
        try (from;
                into) {
            var chunk = new byte[CHUNK];
            for (var read = 0; read >= 0; read = from.getInputStream().read(chunk)) {
                awaitMended();
                into.getOutputStream().write(chunk, 0, read);
            }
        } catch (IOException broken) {
            // both ends are shut by now
        }
        ends.remove(from);
        ends.remove(into);
    }

    private void awaitMended() {
        lock.lock();
        try {
            while (cut) {
                mended.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // nothing left to close
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        mend();
        ends.forEach(Link::shut);
    }
}
