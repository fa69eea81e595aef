package takt.ui;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What stands around the page's server: an issuer of tokens, and the three services. */
public final class UiStack implements QuarkusTestResourceLifecycleManager {

    /** Sessions by their ids of 43 characters: the role, then the person. */
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private static volatile int seconds = 300;
    private static Services services = new Services();
    private static KeyPair keys;

    private HttpServer issuer;

    static Services services() {
        return services;
    }

    /** From now on tokens live so long. */
    static void tokensLive(int livesSeconds) {
        seconds = livesSeconds;
    }

    /** The cookie of somebody who logged in. */
    static String session(String role, String name) {
        String id = (role + "_" + name + "_").replaceAll("[^A-Za-z]", "_");
        String padded = (id + "x".repeat(43)).substring(0, 43);
        SESSIONS.put(padded, role + " " + name);
        return padded;
    }

    @Override
    public Map<String, String> start() {
        try {
            keys = keys();
            Path pem = Files.createTempFile("takt-public", ".pem");
            Files.writeString(
                    pem,
                    "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                            .formatted(Base64.getMimeEncoder()
                                    .encodeToString(keys.getPublic().getEncoded())));
            services = new Services();
            String port = String.valueOf(services.start());
            issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            issuer.createContext("/token", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                String id = body.replaceAll(".*\"id\" *: *\"([^\"]*)\".*", "$1");
                answer(exchange, SESSIONS.get(id));
            });
            issuer.createContext("/logout", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                SESSIONS.remove(body.replaceAll(".*\"id\" *: *\"([^\"]*)\".*", "$1"));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            issuer.start();
            return Map.of(
                    "mp.jwt.verify.publickey.location",
                    "file:" + pem,
                    "quarkus.rest-client.issuer.url",
                    "http://127.0.0.1:" + issuer.getAddress().getPort(),
                    "quarkus.grpc.clients.forecast.test-port",
                    port,
                    "quarkus.grpc.clients.sharing.test-port",
                    port,
                    "quarkus.grpc.clients.capacity.test-port",
                    port,
                    "takt.cookie",
                    "takt");
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, String session) throws IOException {
        exchange.getResponseHeaders().add("content-type", "application/json");
        if (session == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            String[] parts = session.split(" ");
            String token = Jwt.issuer("takt-local")
                    .audience("takt")
                    .upn(parts[1])
                    .groups(Set.of(parts[0]))
                    .claim("partner", "BPNL00000000T101")
                    .expiresIn(seconds)
                    .sign(keys.getPrivate());
            byte[] body = "{\"token\":\"%s\",\"seconds\":%d,\"name\":\"%s\"}"
                    .formatted(token, seconds + 60, parts[1])
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void stop() {
        services.stop();
        if (issuer != null) {
            issuer.stop(0);
        }
    }
}
