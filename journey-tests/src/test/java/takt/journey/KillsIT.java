package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.channels.ClosedChannelException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import takt.proto.capacity.v1.CommitmentAnswer;
import takt.proto.capacity.v1.CommitmentServiceGrpc;
import takt.proto.capacity.v1.SubmitCommitmentsRequest;
import takt.proto.capacity.v1.SubmitCommitmentsResponse;
import takt.proto.forecast.v1.CreateForecastVersionRequest;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.GetTrainingRunRequest;
import takt.proto.forecast.v1.ReleaseForecastVersionRequest;
import takt.proto.forecast.v1.RunState;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.TrainingServiceGrpc;
import takt.proto.sharing.v1.ListPublicationsRequest;
import takt.proto.sharing.v1.Publication;
import takt.proto.sharing.v1.PublicationLine;
import takt.proto.sharing.v1.PublicationServiceGrpc;
import takt.proto.sharing.v1.StreamPublicationLinesRequest;
import takt.proto.sharing.v1.StreamPublicationLinesResponse;

/**
 * The main job over and over, while its services and its database are killed at random moments and nobody helps. Each
 * step is repeated with its request id until it is answered; at the end the database says whether anything was lost or
 * came twice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillsIT {

    private static final long SEED = 20261127;
    private static final int KILLS = 30;
    private static final List<String> VICTIMS =
            List.of("forecast-service", "sharing-service", "capacity-service", "postgres");

    private final LocalStack stack = new LocalStack();
    private final Random random = new Random(SEED);
    private final Map<String, Long> answered = new HashMap<>();
    private int releases;

    @BeforeAll
    void start() throws Exception {
        LocalStack.forget();
        stack.up();
        Small.load(stack);
        for (String login : List.of("planner", "data-scientist", Small.LOGIN)) {
            stack.token(login);
        }
    }

    @AfterAll
    void stop() throws Exception {
        stack.close();
    }

    @Test
    void nothingIsLostAndNothingComesTwice() throws Exception {
        int kills = 0;
        while (kills < KILLS) {
            CompletableFuture<Void> round = CompletableFuture.runAsync(this::mainJob);
            while (!round.isDone()) {
                TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(2_500));
                kills += killOneOrTwo(kills);
                awaitReady();
            }
            round.get();
        }
        awaitReady();
        until(
                "capacity has all",
                () -> count("select count(*) from capacity.asked_line")
                        == count("select count(*) from sharing.publication_line"));
        judge();
    }

    /** Every other time two at once: their neighbours lose more than one, and a machine that fails fails whole. */
    private int killOneOrTwo(int before) throws Exception {
        int now = 1 + before % 3 % 2;
        for (int i = 0; i < now; i++) {
            kill(VICTIMS.get((before + i) % VICTIMS.size()));
        }
        return now;
    }

    private void kill(String victim) throws Exception {
        if (victim.equals("postgres")) {
            stack.killPostgres();
        } else {
            stack.kill(victim);
        }
    }

    private void awaitReady() {
        until("the stack", () -> count("select 1") == 1 && LocalStack.isEachServiceReady());
    }

    /** Train, forecast, release, wait for the publication, answer it. */
    private void mainJob() {
        UUID request = UUID.randomUUID();
        String run = repeated(() -> stack.as("data-scientist", TrainingServiceGrpc.newBlockingStub(stack.channel(1)))
                .startTrainingRun(StartTrainingRunRequest.newBuilder()
                        .setRequestId(request.toString())
                        .build())
                .getRun()
                .getId());
        until(
                "the run",
                () -> repeated(() -> {
                    var now = stack.as("data-scientist", TrainingServiceGrpc.newBlockingStub(stack.channel(1)))
                            .getTrainingRun(GetTrainingRunRequest.newBuilder()
                                    .setRunId(run)
                                    .build())
                            .getRun();
                    assertThat(now.getState()).as(now.getProblem()).isNotEqualTo(RunState.RUN_STATE_FAILED);
                    return now.getState() == RunState.RUN_STATE_SUCCEEDED;
                }));
        String version =
                repeated(() -> stack.as("planner", ForecastVersionServiceGrpc.newBlockingStub(stack.channel(1)))
                        .createForecastVersion(CreateForecastVersionRequest.newBuilder()
                                .setRequestId(request.toString())
                                .setRunId(run)
                                .build())
                        .getVersion()
                        .getId());
        repeated(() -> stack.as("planner", ForecastVersionServiceGrpc.newBlockingStub(stack.channel(1)))
                .releaseForecastVersion(ReleaseForecastVersionRequest.newBuilder()
                        .setVersionId(version)
                        .build()));
        releases++;
        Publication[] publication = new Publication[1];
        until(
                "the publication",
                () -> repeated(() -> stack
                        .as(Small.LOGIN, PublicationServiceGrpc.newBlockingStub(stack.channel(2)))
                        .listPublications(ListPublicationsRequest.newBuilder()
                                .setVersionId(version)
                                .build())
                        .getPublicationsList()
                        .stream()
                        .peek(found -> publication[0] = found)
                        .findFirst()
                        .isPresent()));
        answer(publication[0]);
    }

    private void answer(Publication publication) {
        PublicationLine line = repeated(() -> {
            Iterator<StreamPublicationLinesResponse> lines = stack.as(
                            Small.LOGIN, PublicationServiceGrpc.newBlockingStub(stack.channel(2)))
                    .streamPublicationLines(StreamPublicationLinesRequest.newBuilder()
                            .setPublicationId(publication.getId())
                            .build());
            return lines.next().getLine();
        });
        long committed = 1_000L * (500 + releases);
        SubmitCommitmentsRequest request = SubmitCommitmentsRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .addAnswers(CommitmentAnswer.newBuilder()
                        .setLineId(line.getId())
                        .setWeek(publication.getFirstWeek())
                        .setCommittedThousandths(committed)
                        .setReason(takt.proto.capacity.v1.ShortfallReason.SHORTFALL_REASON_CAPACITY))
                .build();
        SubmitCommitmentsResponse[] response = new SubmitCommitmentsResponse[1];
        until("the answer", () -> {
            response[0] = repeated(() -> stack.as(Small.LOGIN, CommitmentServiceGrpc.newBlockingStub(stack.channel(3)))
                    .submitCommitments(request));
            return true;
        });
        assertThat(response[0].getAccepted()).as(String.valueOf(response[0])).isEqualTo(1);
        answered.put(line.getId(), committed);
    }

    /** Again and again until it is answered, as a client with patience does. */
    private static <T> T repeated(Supplier<T> call) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(170);
        while (true) {
            try {
                return call.get();
            } catch (StatusRuntimeException e) {
                Status.Code code = e.getStatus().getCode();
                // a call that is being written when the connection dies is UNKNOWN to the client's library
                boolean mayPass = code == Status.Code.UNAVAILABLE
                        || code == Status.Code.DEADLINE_EXCEEDED
                        || code == Status.Code.CANCELLED
                        || code == Status.Code.UNKNOWN && e.getCause() instanceof ClosedChannelException;
                if (!mayPass || System.nanoTime() > end) {
                    throw e;
                }
                sleep(300);
            }
        }
    }

    private static void until(String what, Supplier<Boolean> isSo) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(170);
        while (!isSo.get()) {
            assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(end);
            sleep(300);
        }
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each must be 0. */
    private static final Map<String, String> FAULTS = Map.of(
            "releases without an edition",
                    "select count(*) from forecast.forecast_release r where not exists (select 1 from sharing.edition e where e.version_id = r.version_id)",
            "versions that a supplier got twice",
                    "select count(*) from (select 1 from sharing.publication group by supplier, version_id having count(*) > 1) x",
            "gaps in a supplier's numbers",
                    "select count(*) from (select supplier from sharing.publication group by supplier having max(number) <> count(*)) x",
            "lines that capacity lacks or has otherwise",
                    "select count(*) from sharing.publication_line l full join capacity.asked_line a on a.id = l.id where a.id is null or l.id is null or a.demand <> l.demand or a.quantiles <> l.quantiles",
            "lines announced twice",
                    "select count(*) from (select 1 from sharing.publication_line group by publication_id, part, customer, customer_site having count(*) > 1) x",
            "gaps in forecast's feed", "select coalesce(max(sequence) - count(*), 0) from forecast.feed_event",
            "gaps in sharing's feed", "select coalesce(max(sequence) - count(*), 0) from sharing.feed_event",
            "gaps in capacity's feed", "select coalesce(max(sequence) - count(*), 0) from capacity.feed_event",
            "gaps that alert twice",
                    "select count(*) from (select 1 from capacity.alert where resolved_at is null group by gap_key having count(*) > 1) x",
            "runs without an end",
                    "select count(*) from forecast.training_run where state not in ('SUCCEEDED', 'CANCELLED')");

    private void judge() throws Exception {
        List<String> faults = new ArrayList<>();
        FAULTS.forEach((what, query) -> {
            long found = count(query);
            if (found != 0) {
                faults.add("%d %s".formatted(found, what));
            }
        });
        assertThat(faults).isEmpty();
        assertThat(count("select count(*) from forecast.forecast_release")).isEqualTo(releases);
        assertThat(count("select count(*) from capacity.commitment")).isEqualTo(answered.size());
        answered.forEach((line, committed) -> assertThat(
                        count("select committed from capacity.commitment where line_id = '%s'".formatted(line)))
                .isEqualTo(committed));
        assertThat(releases).as("rounds of the main job").isGreaterThan(1);
    }

    private static long count(String query) {
        try (Connection connection = LocalStack.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            return -1; // the database is on its way back
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
