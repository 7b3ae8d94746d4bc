package dev.breakwater.deploy;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** One address for several replicas: each connection goes to the next one that is ready, and ends when that one no longer is. */
final class Balancer implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 500;

    private final ServerSocket entrance;
    private final List<Integer> ports;
    private final Set<Integer> ready = ConcurrentHashMap.newKeySet();
    private final Map<Socket, Integer> carried = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks;
    private final AtomicInteger turn = new AtomicInteger();

    private Balancer(ServerSocket entrance, List<Integer> ports) {
        this.entrance = entrance;
        this.ports = ports;
        this.looks = Executors.newScheduledThreadPool(ports.size());
    }

    static Balancer over(List<Integer> ports) throws IOException {
        var balancer = new Balancer(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), ports);
        for (var port : ports) {
            var _ = balancer.looks.scheduleWithFixedDelay(
                    () -> balancer.look(port), 0, LOOK_EVERY_MILLIS, MILLISECONDS);
        }
        Thread.ofVirtual().start(balancer::accept);
        return balancer;
    }

    String url() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    Set<Integer> ready() {
        return Set.copyOf(ready);
    }

    private void look(int port) {
        var server = Operator.at("http://127.0.0.1:" + port);
        if (server.status("/actuator/health/readiness") == 200) {
            ready.add(port);
        } else if (ready.remove(port)) {
            carried.entrySet().removeIf(connection -> connection.getValue() == port && shut(connection.getKey()));
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                carry(entrance.accept());
            } catch (IOException closed) {
                // closed, or the replica is gone: the client sees a broken connection, as it should
            }
        }
    }

    private void carry(Socket client) throws IOException {
        var candidates = ports.stream().filter(ready::contains).toList();
        if (candidates.isEmpty()) {
            shut(client);
            return;
        }
        var port = candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size()));
        try {
            var replica = new Socket(InetAddress.getLoopbackAddress(), port);
            carried.put(client, port);
            carried.put(replica, port);
            Thread.ofVirtual().start(() -> pump(client, replica));
            Thread.ofVirtual().start(() -> pump(replica, client));
        } catch (IOException refused) {
            shut(client);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // both ends are shut below
        }
        for (var end : List.of(from, to)) {
            carried.remove(end);
            shut(end);
        }
    }

    private static boolean shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // nothing left to close
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        looks.shutdownNow();
        entrance.close();
        carried.keySet().forEach(Balancer::shut);
    }
}
