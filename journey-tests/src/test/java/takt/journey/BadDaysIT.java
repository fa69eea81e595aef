package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import takt.proto.capacity.v1.AlertServiceGrpc;
import takt.proto.capacity.v1.ListAlertsRequest;
import takt.proto.sharing.v1.ListPublicationsRequest;
import takt.proto.sharing.v1.PublicationServiceGrpc;
import takt.proto.sharing.v1.WatchPublicationsRequest;
import takt.proto.sharing.v1.WatchPublicationsResponse;

/** A command that waits for a service goes on whatever becomes of its connection; only a run that failed is a failure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadDaysIT {

    private static final int ELSEWHERE = 9450;
    private static final int SEED = 20261127;

    private final LocalStack stack = new LocalStack();

    @BeforeAll
    void start() throws Exception {
        LocalStack.forget();
        stack.up();
        Small.load(stack);
        assertThat(stack.takt("login", "data-scientist")).isZero();
    }

    @AfterAll
    void stop() throws Exception {
        stack.close();
    }

    private CompletableFuture<Integer> training(int base) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return stack.takt(base, "train");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aTrainingIsWaitedForWhileItsServiceStandsStillForTwentySeconds() throws Exception {
        CompletableFuture<Integer> train = training(LocalStack.BASE);
        TimeUnit.SECONDS.sleep(3);
        stack.signal("forecast-service", "STOP");
        TimeUnit.SECONDS.sleep(20);
        stack.signal("forecast-service", "CONT");
        assertThat(train.get(170, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void aTrainingIsWaitedForThoughItsConnectionIsResetAtSomePoint() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < 3; round++) {
            try (Proxy proxy = new Proxy(ELSEWHERE, LocalStack.BASE, 0)) {
                CompletableFuture<Integer> train = training(ELSEWHERE);
                TimeUnit.MILLISECONDS.sleep(1_500 + random.nextInt(3_000));
                proxy.reset();
                assertThat(train.get(170, TimeUnit.SECONDS)).isZero();
            }
        }
    }

    @Test
    void aTrainingIsWaitedForBehindAProxyThatEndsIdleConnections() throws Exception {
        try (Proxy proxy = new Proxy(ELSEWHERE, LocalStack.BASE, 200)) {
            assertThat(training(ELSEWHERE).get(170, TimeUnit.SECONDS)).isZero();
            assertThat(proxy.ended()).isPositive();
        }
    }

    @Test
    void aTrainingIsWaitedForOnATenthOfAProcessor() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> brake = CompletableFuture.runAsync(() -> {
            try {
                while (!isOver.get()) {
                    stack.signal("forecast-service", "STOP");
                    TimeUnit.MILLISECONDS.sleep(450);
                    stack.signal("forecast-service", "CONT");
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        try {
            assertThat(training(LocalStack.BASE).get(175, TimeUnit.SECONDS)).isZero();
        } finally {
            isOver.set(true);
            brake.get(10, TimeUnit.SECONDS);
            stack.signal("forecast-service", "CONT");
        }
    }

    /** Requests of which half came are given up by the services after half a minute; others are answered meanwhile. */
    @Test
    void halfARequestIsNotHeldForEver() throws Exception {
        List<Socket> half = new ArrayList<>();
        for (int service = 1; service <= 3; service++) {
            for (int i = 0; i < 50; i++) {
                Socket socket = new Socket("127.0.0.1", LocalStack.BASE + service);
                String begun = i % 2 == 0
                        ? "GET /q/health HTTP/1.1\r\nHost: x\r\n"
                        : "POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{";
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
                half.add(socket);
            }
        }
        assertOthersAreAnswered();
        int held = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(75);
        for (Socket socket : half) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            held += isClosedWithin(socket, (int) Math.max(1, left)) ? 0 : 1;
        }
        assertThat(held).as("of %d half requests", half.size()).isZero();
    }

    private static boolean isClosedWithin(Socket socket, int millis) throws Exception {
        try (socket) {
            socket.setSoTimeout(millis);
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // a refusal before the end
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (java.io.IOException e) {
            return true;
        }
    }

    /** 300 watches, a third of which never read, beside calls of others. */
    @Test
    void manyWatchesHoldNobodyUp() throws Exception {
        AtomicInteger ended = new AtomicInteger();
        List<ManagedChannel> channels = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            boolean reads = i >= 100;
            if (i % 50 == 0) { // a connection takes 100 calls at a time
                channels.add(ManagedChannelBuilder.forAddress("127.0.0.1", LocalStack.BASE + 2)
                        .usePlaintext()
                        .build());
            }
            PublicationServiceGrpc.newStub(stack.as("planner", channels.get(i / 50)))
                    .watchPublications(
                            WatchPublicationsRequest.getDefaultInstance(),
                            new io.grpc.stub.ClientResponseObserver<
                                    WatchPublicationsRequest, WatchPublicationsResponse>() {
                                @Override
                                public void beforeStart(
                                        io.grpc.stub.ClientCallStreamObserver<WatchPublicationsRequest> call) {
                                    if (!reads) {
                                        call.disableAutoRequestWithInitial(0);
                                    }
                                }

                                @Override
                                public void onNext(WatchPublicationsResponse value) {}

                                @Override
                                public void onError(Throwable failure) {
                                    ended.incrementAndGet();
                                }

                                @Override
                                public void onCompleted() {
                                    ended.incrementAndGet();
                                }
                            });
        }
        TimeUnit.SECONDS.sleep(2);
        assertOthersAreAnswered();
        assertThat(ended).as("watches that ended").hasValue(0);
        channels.forEach(ManagedChannel::shutdownNow);
    }

    private void assertOthersAreAnswered() {
        long[] millis = new long[100];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            if (i % 2 == 0) {
                stack.as("planner", PublicationServiceGrpc.newBlockingStub(stack.channel(2)))
                        .listPublications(ListPublicationsRequest.getDefaultInstance());
            } else {
                stack.as("planner", AlertServiceGrpc.newBlockingStub(stack.channel(3)))
                        .listAlerts(ListAlertsRequest.getDefaultInstance());
            }
            millis[i] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
        Arrays.sort(millis);
        assertThat(millis[50]).as("median of others' calls, ms").isLessThan(1_000);
    }
}
