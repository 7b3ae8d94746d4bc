package dev.breakwater.hosts;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Serves a folder of closures or commits, as any static web server would. */
record FileServer(HttpServer server) implements AutoCloseable {
    static FileServer of(Path folder) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = SimpleFileServer.createFileServer(address, folder, SimpleFileServer.OutputLevel.NONE);
        server.start();
        return new FileServer(server);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
