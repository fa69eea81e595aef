package takt.cli.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import takt.cli.term.UserError;

/** Looks whether a port is free. */
final class Ports {

    private static final int PATIENCE_MILLIS = 1_000;

    private Ports() {}

    /** Whether something listens. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static void requireFree(int port, String wantedBy) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UserError(
                    "Port %d, wanted by %s, is taken.%nMaybe another stack runs (`./takt status`, `./takt down`); or choose others with --port-base."
                            .formatted(port, wantedBy));
        }
    }
}
