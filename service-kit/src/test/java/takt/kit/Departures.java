package takt.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Clients of a stream that leave in every way a client can: with any code of a reset, or with the whole connection. Raw
 * HTTP/2, since a client library resets with one code only.
 */
public final class Departures implements AutoCloseable {

    /** CANCEL, NO_ERROR, INTERNAL_ERROR, STREAM_CLOSED (RFC 9113, section 7). */
    private static final long[] CODES = {8, 0, 2, 5};

    private static final int CALLS = 100;
    private static final int CALLS_A_CONNECTION = 50;
    private static final int SECONDS = 3;
    private static final int WINDOWS = 8;

    private final Vertx vertx = Vertx.vertx();
    private final int port;
    private final String path;
    private final String token;
    private final Buffer message;

    public Departures(int port, String path, String token, MessageLite request) {
        this.port = port;
        this.path = path;
        this.token = token;
        byte[] bytes = request.toByteArray();
        this.message =
                Buffer.buffer().appendByte((byte) 0).appendInt(bytes.length).appendBytes(bytes);
    }

    @Override
    public void close() {
        vertx.close();
    }

    /** Opens 500 streams, leaves them in five ways, and looks whether the database is still asked for any of them. */
    public void assertNothingIsDoneForThoseWhoLeft() {
        double idle = statements();
        for (long code : CODES) {
            opened().forEach(call -> call.reset(code));
        }
        opened().forEach(call -> call.connection().close());
        assertThat(settled(idle + 5))
                .as("statements a second after 500 watches are gone, %.1f before them", idle)
                .isLessThan(idle + 5);
    }

    /** Resets calls before they are answered; another call on the same connection goes on. */
    public void assertOthersOnTheConnectionGoOn() {
        HttpClient client = client();
        AtomicInteger heard = new AtomicInteger();
        HttpClientRequest innocent = await(open(client, heard));
        AtomicBoolean isGone = new AtomicBoolean();
        innocent.connection().closeHandler(v -> isGone.set(true)).goAwayHandler(goAway -> isGone.set(true));
        for (long code : CODES) {
            for (int i = 0; i < CALLS_A_CONNECTION / 2; i++) {
                await(open(client, new AtomicInteger())).reset(code);
            }
        }
        int before = heard.get();
        until(() -> heard.get() > before || isGone.get(), 15);
        assertThat(isGone).as("the connection is closed").isFalse();
        innocent.reset(8);
    }

    private List<HttpClientRequest> opened() {
        AtomicInteger heard = new AtomicInteger();
        List<HttpClientRequest> calls = new ArrayList<>();
        HttpClient client = client();
        for (int i = 0; i < CALLS; i++) {
            client = i % CALLS_A_CONNECTION == 0 ? client() : client;
            calls.add(await(open(client, heard)));
        }
        until(() -> heard.get() >= CALLS, 30);
        return calls;
    }

    private HttpClient client() {
        return vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    }

    private Future<HttpClientRequest> open(HttpClient client, AtomicInteger heard) {
        return client.request(HttpMethod.POST, port, "127.0.0.1", path).map(call -> {
            call.putHeader("content-type", "application/grpc")
                    .putHeader("te", "trailers")
                    .putHeader("authorization", "Bearer " + token);
            call.response().onSuccess(response -> response.handler(data -> heard.incrementAndGet()));
            call.end(message);
            return call;
        });
    }

    /**
     * Transactions a second in the first window below a bound, or in the last one. A process of PostgreSQL that falls
     * idle tells its last transactions up to 10 s later, so the first windows may count what is past; a watch that never
     * ends asks in each of them.
     */
    private static double settled(double bound) {
        double rate = statements();
        for (int window = 1; window < WINDOWS && rate >= bound; window++) {
            rate = statements();
        }
        return rate;
    }

    /** Transactions a second over some seconds. */
    private static double statements() {
        long before = transactions();
        pause(SECONDS);
        return (double) (transactions() - before) / SECONDS;
    }

    private static long transactions() {
        var config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier isSo, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!isSo.getAsBoolean() && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        assertThat(isSo.getAsBoolean()).as("what was waited for").isTrue();
    }

    private static void pause(int seconds) {
        java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
    }
}
