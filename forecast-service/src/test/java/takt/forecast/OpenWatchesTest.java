package takt.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import takt.kit.TestStack;
import takt.proto.forecast.v1.ForecastFeedServiceGrpc;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.WatchForecastFeedRequest;
import takt.proto.forecast.v1.WatchForecastFeedResponse;

/** Two thousand supplier systems and pages watch at once. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OpenWatchesTest {

    private static final int WATCHES = 2_000;
    private static final int A_CHANNEL = 90;

    @TestHTTPResource
    URL url;

    @Inject
    Pool pool;

    private final List<ManagedChannel> channels = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    private void open(int watches) {
        for (int i = 0; i < watches; i++) {
            if (i % A_CHANNEL == 0) {
                channels.add(ManagedChannelBuilder.forAddress("127.0.0.1", url.getPort())
                        .usePlaintext()
                        .build());
            }
            ForecastClient.open(
                            ForecastClient.planner(),
                            ForecastFeedServiceGrpc.newStub(channels.get(channels.size() - 1)))
                    .watchForecastFeed(WatchForecastFeedRequest.getDefaultInstance(), new StreamObserver<>() {
                        private boolean isHeard;

                        @Override
                        public void onNext(WatchForecastFeedResponse item) {
                            events.addAndGet(item.hasEvent() ? 1 : 0);
                            opened.addAndGet(isHeard ? 0 : 1);
                            isHeard = true;
                        }

                        @Override
                        public void onError(Throwable failure) {
                            broken.incrementAndGet();
                        }

                        @Override
                        public void onCompleted() {}
                    });
        }
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    /** Transactions in five seconds, once a connection that fell idle has told PostgreSQL of its last ones. */
    private long transactions() throws InterruptedException {
        Thread.sleep(11_000);
        long before = counted();
        Thread.sleep(5_000);
        return counted() - before;
    }

    private long counted() {
        return pool.query("select xact_commit + xact_rollback from pg_stat_database where datname = current_database()")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void twoThousandWatchesCostTheDatabaseWhatOneDoesAndAllHearOfAnEntry() throws Exception {
        try {
            open(WATCHES);
            await(() -> opened.get() == WATCHES);
            // one reader looks ten times a second, whoever watches; each for itself they looked 6,700 times
            assertThat(transactions()).isBetween(20L, 5 * 15L);
            System.gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            assertThat(used).as("bytes of the service and of its 2,000 clients").isLessThan(512L << 20);

            int before = events.get();
            try (ForecastClient client = new ForecastClient(url.getPort())) {
                client.send(
                        ImportKind.IMPORT_KIND_SITES,
                        UUID.randomUUID(),
                        true,
                        "site,name",
                        ForecastClient.SITE + ",Plant");
            }
            await(() -> events.get() >= before + WATCHES);
            assertThat(events.get()).as("each hears of it once").isEqualTo(before + WATCHES);
            assertThat(broken.get()).isZero();
        } finally {
            channels.forEach(ManagedChannel::shutdownNow);
        }
    }

    /** Whoever asks whether it is up to date opens a watch and goes away again, many times. */
    @Test
    void aWatchThatStaysHearsOfAnEntryHoweverManyHaveComeAndGone() throws Exception {
        try {
            open(1);
            await(() -> opened.get() == 1);
            for (int round = 0; round < 20; round++) {
                int before = opened.get();
                ManagedChannel stays = channels.get(0);
                open(20);
                await(() -> opened.get() >= before + 20);
                channels.stream().filter(channel -> channel != stays).forEach(ManagedChannel::shutdownNow);
                channels.removeIf(channel -> channel != stays);
            }
            int heard = events.get();
            try (ForecastClient client = new ForecastClient(url.getPort())) {
                client.send(ImportKind.IMPORT_KIND_VEHICLE_LINES, UUID.randomUUID(), true, "line,name", "ATLAS,Atlas");
            }
            await(() -> events.get() == heard + 1);
        } finally {
            channels.forEach(ManagedChannel::shutdownNow);
        }
    }
}
