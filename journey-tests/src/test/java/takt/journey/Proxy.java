package takt.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands between a command and the three services, as a bad network or an impatient proxy does. */
final class Proxy implements AutoCloseable {

    private static final int SERVICES = 3;

    private final List<ServerSocket> servers = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger ended = new AtomicInteger();
    private final int idleMillis;

    /**
     * @param base the proxy's port base, from which the services' ports count
     * @param to the port base of the stack
     * @param idleMillis after which a connection without a byte is closed; 0 for never
     */
    Proxy(int base, int to, int idleMillis) throws IOException {
        this.idleMillis = idleMillis;
        for (int service = 1; service <= SERVICES; service++) {
            ServerSocket server = listening(base + service);
            servers.add(server);
            int target = to + service;
            start(() -> accept(server, target));
        }
    }

    /** A port that another proxy has just left may be held for a moment by a thread that leaves it. */
    private static ServerSocket listening(int port) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (true) {
            try {
                return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    /** Resets every connection there is. */
    void reset() {
        for (Socket socket : open) {
            end(socket, true);
        }
    }

    /** Connections that were ended here. */
    int ended() {
        return ended.get();
    }

    private void accept(ServerSocket server, int target) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                client.setSoTimeout(idleMillis);
                start(() -> pass(client, service));
                start(() -> pass(service, client));
            } catch (IOException e) {
                // the service is away, or the proxy is closed
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // idle for too long, reset, or closed at the other side
        }
        end(from, false);
        end(to, false);
    }

    private void end(Socket socket, boolean hard) {
        try {
            if (open.remove(socket)) {
                ended.incrementAndGet();
                socket.setSoLinger(hard, 0);
            }
            socket.close();
        } catch (IOException e) {
            // it is closed already
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket server : servers) {
            server.close();
        }
        open.forEach(socket -> end(socket, false));
    }
}
