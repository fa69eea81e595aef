package takt.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import takt.kit.TestStack;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ImportRecordsRequest;
import takt.proto.forecast.v1.ImportRecordsResponse;
import takt.proto.forecast.v1.ImportServiceGrpc;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportRow;
import takt.proto.type.v1.ImportRows;

/** Senders that take their time, at a service that gives them two seconds, and one and a half for a strict import. */
@QuarkusTest
@TestProfile(SlowImportTest.Impatient.class)
@QuarkusTestResource(TestStack.class)
class SlowImportTest {

    /** Shorter times and less room than by default. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "takt.import.longest-pause", "PT2S",
                    "takt.import.longest-strict", "PT1.5S",
                    "takt.import.most-bad", "20",
                    "takt.quarantine.most", "30");
        }
    }

    @TestHTTPResource
    URL url;

    @Inject
    Pool pool;

    private ForecastClient client;

    @BeforeEach
    void connect() {
        client = new ForecastClient(url.getPort());
    }

    @AfterEach
    void close() {
        client.close();
    }

    /** Sends a site every {@code millis}; the status with which it ends. */
    private Status send(boolean strict, int sites, int millis) throws InterruptedException {
        CompletableFuture<Void> end = new CompletableFuture<>();
        StreamObserver<ImportRecordsRequest> out = ForecastClient.with(
                        ForecastClient.planner(), ImportServiceGrpc.newStub(client.channel))
                .importRecords(new StreamObserver<>() {
                    @Override
                    public void onNext(ImportRecordsResponse value) {
                        end.complete(null);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        end.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {}
                });
        out.onNext(ImportRecordsRequest.newBuilder()
                .setKind(ImportKind.IMPORT_KIND_SITES)
                .setHeader(ImportHeader.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setSource("slow")
                        .setStrict(strict)
                        .addAllColumns(List.of("site", "name")))
                .build());
        for (int i = 0; i < sites && !end.isDone(); i++) {
            out.onNext(ImportRecordsRequest.newBuilder()
                    .setRows(ImportRows.newBuilder()
                            .addRows(ImportRow.newBuilder()
                                    .setLine(i + 2)
                                    .addCells("BPNS00000000000" + i)
                                    .addCells("Site")))
                    .build());
            TimeUnit.MILLISECONDS.sleep(millis);
        }
        ExecutionException failure =
                catchThrowableOfType(ExecutionException.class, () -> end.get(10, TimeUnit.SECONDS));
        return Status.fromThrowable(failure);
    }

    @Test
    void aSenderThatFallsSilentIsGivenUpAndItsTurnIsFree() throws InterruptedException {
        Status status = send(false, 1, 3_000);
        assertThat(status.getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(status.getDescription()).contains("paused for longer than 2 seconds");
        assertThat(client.send(ImportKind.IMPORT_KIND_SITES, "site,name", "BPNS000000000000,Site")
                        .getUnchanged())
                .as("what came before is kept")
                .isEqualTo(1);
    }

    @Test
    void aStrictImportThatNeverPausesButNeverEndsIsGivenUpToo() throws InterruptedException {
        Status status = send(true, 9, 700);
        assertThat(status.getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(status.getDescription()).contains("strict import took longer");
        assertThat(client.send(ImportKind.IMPORT_KIND_SITES, "site,name", "BPNS000000000008,Site")
                        .getAccepted())
                .as("nothing of it landed")
                .isEqualTo(1);
    }

    /** 20 bad rows of an import are kept, 30 in all: a third file is not even begun. */
    @Test
    void theQuarantineIsBoundedAndSaysSo() {
        ImportKind lines = ImportKind.IMPORT_KIND_VEHICLE_LINES;
        assertThat(client.send(lines, "line,name", bad(20, "A")).getRejected()).isEqualTo(20);
        assertThatThrownBy(() -> client.send(lines, "line,name", bad(21, "B")))
                .hasMessageContaining("More than 20 rows of the import are no good");
        assertThat(client.send(lines, "line,name", bad(10, "C")).getRejected()).isEqualTo(10);
        assertThatThrownBy(() -> client.send(lines, "line,name", "ATLAS,Atlas"))
                .hasMessageContaining("30 rows of vehicle_lines wait in quarantine");
    }

    private static String[] bad(int rows, String name) {
        return IntStream.range(0, rows).mapToObj(i -> "," + name + i).toArray(String[]::new);
    }

    /** The pause counts from when a message is asked for: what the service itself waits for is nobody's silence. */
    @Test
    void aSenderThatWaitsForASlowDatabaseIsNotGivenUp() throws Exception {
        SqlConnection other = pool.getConnection().await().atMost(Duration.ofSeconds(10));
        try {
            other.query("begin").execute().await().atMost(Duration.ofSeconds(10));
            other.query("lock table site in access exclusive mode")
                    .execute()
                    .await()
                    .atMost(Duration.ofSeconds(10));
            CompletableFuture<Long> accepted = CompletableFuture.supplyAsync(
                    () -> client.send(ImportKind.IMPORT_KIND_SITES, "site,name", "BPNS0000000000AA,Site")
                            .getAccepted());
            TimeUnit.SECONDS.sleep(4); // twice the longest pause
            assertThat(accepted).isNotDone();
            other.query("commit").execute().await().atMost(Duration.ofSeconds(10));
            assertThat(accepted.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        } finally {
            other.close().await().atMost(Duration.ofSeconds(10));
        }
    }
}
