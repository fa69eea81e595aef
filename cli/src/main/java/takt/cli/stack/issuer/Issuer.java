package takt.cli.stack.issuer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import takt.cli.stack.Keys;
import takt.cli.stack.Login;
import takt.cli.stack.StackLayout;

/**
 * Holds the signing key in place of the page, and signs only for who proved a password: whoever takes over the page can be
 * those who log in meanwhile, nobody else. It answers the page alone, in JSON over HTTP:
 *
 * <ul>
 *   <li>{@code POST /login {name, password, address}}: {@code {id, name, token, seconds}}, 401, or 429 with {@code Retry-After}
 *   <li>{@code POST /token {id}}: {@code {token, seconds}}, or 404 when there is no such session any more
 *   <li>{@code POST /logout {id}}: nothing
 * </ul>
 */
public final class Issuer implements AutoCloseable {

    private static final int LONGEST_BODY = 4_096;
    private static final int THREADS = 4;
    private static final int READERS = 64;
    /** Logins that wait for their turn. */
    private static final int WAITING = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final HttpServer server;
    /** Look at passwords. */
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS);
    /** Read requests; one that comes in part holds one of them, not the passwords. */
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS);

    /** @param port 0 takes any that is free */
    public Issuer(StackLayout layout, String host, int port, Clock clock, PrintWriter log) {
        System.setProperty("sun.net.httpserver.maxReqTime", "10"); // a request that is sent in part holds a thread
        Keys keys = new Keys(layout);
        this.passwords = new Passwords(layout.keys().resolve("logins.csv"));
        this.sessions = new Sessions(login -> keys.token(login, Sessions.TOKEN), clock);
        this.attempts = new Attempts(clock, words -> {
            log.printf("%s %s%n", Instant.now(clock), words);
            log.flush();
        });
        try {
            this.server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port %d cannot be taken: %s".formatted(port, e.getMessage()), e);
        }
        server.setExecutor(readers);
        server.createContext("/", exchange -> answer(exchange, 404, Map.of()));
        server.createContext("/login", exchange -> read(exchange).ifPresent(body -> login(exchange, body)));
        server.createContext("/token", exchange -> read(exchange).ifPresent(body -> token(exchange, body)));
        server.createContext(
                "/logout",
                exchange -> read(exchange).ifPresent(body -> {
                    sessions.close(text(body, "id"));
                    answer(exchange, 200, Map.of());
                }));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        readers.shutdownNow();
        threads.shutdownNow();
    }

    private void login(HttpExchange exchange, JsonNode body) {
        String name = text(body, "name");
        String address = text(body, "address");
        Attempts.Turn turn = attempts.turn(address, name);
        if (turn.isRefused() || threads.getQueue().size() >= WAITING) {
            exchange.getResponseHeaders()
                    .set("Retry-After", String.valueOf(turn.pause().toSeconds() + 1));
            answer(exchange, 429, Map.of());
            return;
        }
        // The exchange stays open until its turn has come; no thread waits.
        Future<?> unused = threads.schedule(
                () -> welcome(exchange, address, name, text(body, "password")),
                turn.pause().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void welcome(HttpExchange exchange, String address, String name, String password) {
        Optional<Login> login;
        try {
            login = passwords.check(name, password);
        } catch (UncheckedIOException e) {
            answer(exchange, 500, Map.of());
            return;
        }
        if (login.isEmpty()) {
            attempts.failed(address, name);
            answer(exchange, 401, Map.of());
            return;
        }
        attempts.succeeded(name);
        String id = sessions.open(login.get());
        answer(
                exchange,
                200,
                Map.of(
                        "id",
                        id,
                        "name",
                        name,
                        "token",
                        sessions.token(id).orElseThrow(),
                        "seconds",
                        Sessions.TOKEN.toSeconds()));
    }

    private void token(HttpExchange exchange, JsonNode body) {
        sessions.token(text(body, "id"))
                .ifPresentOrElse(
                        token -> answer(exchange, 200, Map.of("token", token, "seconds", Sessions.TOKEN.toSeconds())),
                        () -> answer(exchange, 404, Map.of()));
    }

    /** The body of a POST; otherwise the exchange is answered already. */
    private static Optional<JsonNode> read(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, Map.of());
            return Optional.empty();
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            answer(exchange, 413, Map.of());
            return Optional.empty();
        }
        try {
            JsonNode read = JSON.readTree(body);
            if (read.isObject()) {
                return Optional.of(read);
            }
        } catch (JacksonException e) {
            // told below: a body that cannot be read is as good as one of another form
        }
        answer(exchange, 400, Map.of());
        return Optional.empty();
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).isTextual() ? body.path(field).textValue() : "";
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body) {
        try (exchange) {
            byte[] bytes = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            // Who asked has gone; a session that nobody knows of ends by itself.
        }
    }
}
