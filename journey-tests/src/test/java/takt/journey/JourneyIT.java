package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import takt.proto.capacity.v1.Alert;
import takt.proto.capacity.v1.AlertKind;
import takt.proto.capacity.v1.AlertServiceGrpc;
import takt.proto.capacity.v1.AnswerRefusal;
import takt.proto.capacity.v1.CommitmentAnswer;
import takt.proto.capacity.v1.CommitmentServiceGrpc;
import takt.proto.capacity.v1.ListAlertsRequest;
import takt.proto.capacity.v1.ShortfallReason;
import takt.proto.capacity.v1.SubmitCommitmentsRequest;
import takt.proto.capacity.v1.SubmitCommitmentsResponse;
import takt.proto.forecast.v1.CreateForecastVersionRequest;
import takt.proto.forecast.v1.ForecastVersion;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.GetPartHistoryRequest;
import takt.proto.forecast.v1.GetTrainingRunRequest;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ListModelsRequest;
import takt.proto.forecast.v1.ListPartsRequest;
import takt.proto.forecast.v1.ModelServiceGrpc;
import takt.proto.forecast.v1.PartServiceGrpc;
import takt.proto.forecast.v1.ReleaseForecastVersionRequest;
import takt.proto.forecast.v1.RunState;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.TrainingRun;
import takt.proto.forecast.v1.TrainingServiceGrpc;
import takt.proto.forecast.v1.WatchTrainingRunRequest;
import takt.proto.sharing.v1.GetPublicationRequest;
import takt.proto.sharing.v1.ListPublicationsRequest;
import takt.proto.sharing.v1.NetworkKind;
import takt.proto.sharing.v1.Publication;
import takt.proto.sharing.v1.PublicationLine;
import takt.proto.sharing.v1.PublicationServiceGrpc;
import takt.proto.sharing.v1.StreamPublicationLinesRequest;
import takt.proto.type.v1.ImportReport;

/** A number's whole journey through four real processes and a real database, with the bad days on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class JourneyIT {

    private static final String OEM = "BPNL00000000OEM0";
    private static final String DISCS = "BPNL00000000T101";
    private static final String FOUNDRY = "BPNL00000000T201";
    private static final String PLANT = "BPNS00000000OEM1";
    private static final String DISC_LOGIN = "alder-brakes";
    private static final String FOUNDRY_LOGIN = "iron-foundry-ida";
    private static final LocalDate FIRST_WEEK = LocalDate.of(1998, 4, 6);
    private static final int WEEKS = 156;

    private final LocalStack stack = new LocalStack();
    private final Sender sender = new Sender(stack);

    @BeforeAll
    void start() throws Exception {
        LocalStack.forget();
        stack.up();
    }

    @AfterAll
    void stop() throws Exception {
        stack.close();
    }

    @Test
    @Order(1)
    void theNetworkAndTheMasterDataComeIn() throws Exception {
        sender.send(
                NetworkKind.NETWORK_KIND_PARTNERS,
                "partner,name,tier",
                OEM + ",Maple Motors,0",
                DISCS + ",Alder Brakes,1",
                FOUNDRY + ",Iron Foundry Ida,2");
        sender.send(
                NetworkKind.NETWORK_KIND_SITES,
                "site,name,partner",
                PLANT + ",Plant," + OEM,
                "BPNS00000000T101,Works," + DISCS);
        sender.send(
                NetworkKind.NETWORK_KIND_BOM_LINKS,
                "parent,child,quantity,unit",
                "DISC,CASTING,1,H87",
                "CASTING,IRON,2,KGM"); // which nobody supplies
        String relation =
                "part,customer,customer_site,supplier,share,lead_time_weeks,pack_size,firm_weeks,production_weeks,material_weeks,answer_days";
        ImportReport relations = sender.send(
                NetworkKind.NETWORK_KIND_SUPPLY_RELATIONS,
                relation,
                "DISC," + OEM + "," + PLANT + "," + DISCS + ",1,3,,4,8,16,5",
                "CASTING," + DISCS + ",BPNS00000000T101," + FOUNDRY + ",1,2,10,4,8,16,5");
        assertThat(relations.getAccepted()).isEqualTo(2);
        ImportReport circle =
                sender.send(NetworkKind.NETWORK_KIND_BOM_LINKS, "parent,child,quantity,unit", "CASTING,DISC,1,H87");
        assertThat(circle.getRejections(0).getReason()).isEqualTo("BOM_CYCLE");
        sender.send(ImportKind.IMPORT_KIND_SITES, "site,name", PLANT + ",Plant");
        sender.send(
                ImportKind.IMPORT_KIND_PARTS,
                "part,description,unit,family,category",
                "DISC,<img src=x onerror=document.title='taken'>,H87,BRAKE,SR99");
    }

    private static List<String> demand() {
        List<String> lines = new ArrayList<>(List.of("part,site,week,demand"));
        for (int w = 0; w < WEEKS; w++) {
            lines.add("DISC,%s,%s,%d".formatted(PLANT, FIRST_WEEK.plusWeeks(w), 700 + w % 4));
        }
        return lines;
    }

    @Test
    @Order(2)
    void anImportThatIsKilledHalfWayAndRepeatedEndsLikeACleanOne() throws Exception {
        sender.send(ImportKind.IMPORT_KIND_VEHICLE_LINES, "line,name", "ATLAS,Atlas");
        List<String> rows = new ArrayList<>(List.of("issued,line,week,planned_units"));
        for (int i = 0; i < 12_000; i++) {
            rows.add("1999-01-%02d,ATLAS,%s,%d"
                    .formatted(1 + i % 20, LocalDate.of(1990, 1, 1).plusWeeks(i / 20), i));
        }
        assertThatThrownBy(() -> sender.send(ImportKind.IMPORT_KIND_PRODUCTION_SCHEDULE, rows, message -> {
                    if (message == 12) {
                        killForecast();
                    }
                }))
                .isNotNull();
        stack.up();
        ImportReport repeated = sender.send(ImportKind.IMPORT_KIND_PRODUCTION_SCHEDULE, rows, message -> {});
        assertThat(repeated.getRejected()).isZero();
        assertThat(repeated.getAccepted() + repeated.getUnchanged()).isEqualTo(12_000);
        ImportReport again = sender.send(ImportKind.IMPORT_KIND_PRODUCTION_SCHEDULE, rows, message -> {});
        assertThat(again.getAccepted()).isZero();
        assertThat(again.getUnchanged()).isEqualTo(12_000);
    }

    private void killForecast() {
        try {
            Thread.sleep(300); // lets some of the messages before be committed
            stack.kill("forecast-service");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(3)
    void demandIsTrainedOnAndForecast() throws Exception {
        assertThat(sender.send(ImportKind.IMPORT_KIND_DEMAND, demand(), message -> {})
                        .getAccepted())
                .isEqualTo(WEEKS);
        var training = stack.as("data-scientist", TrainingServiceGrpc.newBlockingStub(stack.channel(1)));
        TrainingRun run = training.startTrainingRun(StartTrainingRunRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getRun();
        for (var states = training.watchTrainingRun(WatchTrainingRunRequest.newBuilder()
                        .setRunId(run.getId())
                        .build());
                states.hasNext(); ) {
            run = states.next().getRun();
        }
        assertThat(run.getState()).as(run.getProblem()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
        var versions = stack.as("planner", ForecastVersionServiceGrpc.newBlockingStub(stack.channel(1)));
        ForecastVersion version = versions.createForecastVersion(CreateForecastVersionRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setRunId(run.getId())
                        .build())
                .getVersion();
        assertThat(version.getSeries()).isEqualTo(1);
    }

    @Test
    @Order(4)
    void aReleaseWhileSharingIsDownIsPublishedOnceWhenItReturns() throws Exception {
        stack.kill("sharing-service");
        var versions = stack.as("planner", ForecastVersionServiceGrpc.newBlockingStub(stack.channel(1)));
        String draft = versions.listForecastVersions(
                        takt.proto.forecast.v1.ListForecastVersionsRequest.getDefaultInstance())
                .getVersions(0)
                .getId();
        versions.releaseForecastVersion(
                ReleaseForecastVersionRequest.newBuilder().setVersionId(draft).build());
        stack.up();
        await("two publications", () -> publications("planner").size() == 2);
        stack.kill("sharing-service");
        stack.up();
        TimeUnit.SECONDS.sleep(2);
        assertThat(publications("planner"))
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.getNumber()).isEqualTo(1));
    }

    private List<Publication> publications(String login) {
        return stack.as(login, PublicationServiceGrpc.newBlockingStub(stack.channel(2)))
                .listPublications(ListPublicationsRequest.getDefaultInstance())
                .getPublicationsList();
    }

    private PublicationLine line(String login) {
        String publication = publications(login).get(0).getId();
        return stack.as(login, PublicationServiceGrpc.newBlockingStub(stack.channel(2)))
                .streamPublicationLines(StreamPublicationLinesRequest.newBuilder()
                        .setPublicationId(publication)
                        .build())
                .next()
                .getLine();
    }

    @Test
    @Order(5)
    void theFoundrySeesCastingsThreeWeeksBeforeTheDiscsInWholePacksAndNotTheOem() {
        PublicationLine discs = line(DISC_LOGIN);
        PublicationLine castings = line(FOUNDRY_LOGIN);
        assertThat(discs.getDemandThousandthsList()).hasSize(39);
        assertThat(discs.getDemandThousandths(10)).isBetween(650_000L, 750_000L);
        long discsSoFar = discs.getDemandThousandthsList().subList(0, 24).stream()
                .mapToLong(Long::longValue)
                .sum();
        long castingsSoFar = castings.getDemandThousandthsList().subList(0, 21).stream()
                .mapToLong(Long::longValue)
                .sum();
        long due = castings.getImmediate().getOpenThousandths();
        assertThat(due).isBetween(3 * 650_000L, 3 * 750_000L + 9_999); // for the discs of the first three weeks
        assertThat(due + castingsSoFar).isBetween(discsSoFar, discsSoFar + 9_999);
        assertThat(castings.getDemandThousandthsList()).allMatch(d -> d % 10_000 == 0);
        assertThat(castings.getCustomer()).isEqualTo(DISCS);
        assertThat(castings.toString()).doesNotContain(OEM);
    }

    @Test
    @Order(6)
    void somebodyElsesPublicationDoesNotExist() {
        String foundrys = publications(FOUNDRY_LOGIN).get(0).getId();
        var stub = stack.as(DISC_LOGIN, PublicationServiceGrpc.newBlockingStub(stack.channel(2)));
        var request =
                GetPublicationRequest.newBuilder().setPublicationId(foundrys).build();
        StatusRuntimeException hidden =
                catchThrowableOfType(StatusRuntimeException.class, () -> stub.getPublication(request));
        assertThat(hidden.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(hidden.getStatus().getDescription()).doesNotContain(FOUNDRY);
        assertThat(publications(DISC_LOGIN)).allMatch(p -> p.getSupplier().equals(DISCS));
    }

    private List<Alert> alerts(String login) {
        return stack.as(login, AlertServiceGrpc.newBlockingStub(stack.channel(3)))
                .listAlerts(ListAlertsRequest.getDefaultInstance())
                .getAlertsList();
    }

    private void commit(PublicationLine line, long thousandths, ShortfallReason reason) {
        var response = stack.as(FOUNDRY_LOGIN, CommitmentServiceGrpc.newBlockingStub(stack.channel(3)))
                .submitCommitments(SubmitCommitmentsRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .addAnswers(CommitmentAnswer.newBuilder()
                                .setLineId(line.getId())
                                .setWeek("2001-04-30")
                                .setCommittedThousandths(thousandths)
                                .setReason(reason))
                        .build());
        assertThat(response.getAccepted()).as(response.toString()).isEqualTo(1);
    }

    @Test
    @Order(7)
    void aShortCommitmentAlertsOnceAndTheFullOneResolvesIt() {
        PublicationLine line = line(FOUNDRY_LOGIN);
        long asked = line.getDemandThousandths(4);
        commit(line, asked - 100_000, ShortfallReason.SHORTFALL_REASON_CAPACITY);
        await("an alert", () -> alerts("planner").size() == 1);
        Alert alert = alerts("planner").get(0);
        assertThat(alert.getKind()).isEqualTo(AlertKind.ALERT_KIND_COMMITMENT_SHORTFALL);
        assertThat(alert.getGap().getThousandths()).isEqualTo(100_000);
        assertThat(alerts(DISC_LOGIN)).as("another supplier's alerts").isEmpty();
        commit(line, asked, ShortfallReason.SHORTFALL_REASON_UNSPECIFIED);
        await("no alert", () -> alerts("planner").isEmpty());
        commit(line, asked - 50_000, ShortfallReason.SHORTFALL_REASON_MATERIAL);
        await("a new alert", () -> alerts("planner").size() == 1);
        assertThat(alerts("planner").get(0).getId()).isNotEqualTo(alert.getId());
    }

    @Test
    @Order(8)
    void thePageShowsThePartItsChartAndItsAlert() throws Exception {
        Browser.visit(stack, "CASTING", "DISC");
    }

    @Test
    @Order(9)
    void theServicesRecoverWhenPostgresStopsAndStarts() throws Exception {
        Map<String, Long> before = Map.of(
                "forecast",
                stack.pid("forecast-service"),
                "sharing",
                stack.pid("sharing-service"),
                "capacity",
                stack.pid("capacity-service"));
        stack.killKeeper();
        stack.stopPostgres();
        var parts = PartServiceGrpc.newBlockingStub(stack.channel(1));
        StatusRuntimeException outage = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> stack.as("planner", parts).listParts(ListPartsRequest.getDefaultInstance()));
        assertThat(outage.getStatus().getCode()).isIn(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);
        stack.up();
        await(
                "parts again",
                () -> isAnswered(() -> stack.as("planner", parts).listParts(ListPartsRequest.getDefaultInstance())));
        await("publications again", () -> isAnswered(() -> publications("planner")));
        await("alerts again", () -> isAnswered(() -> alerts("planner")));
        assertThat(stack.as("planner", parts)
                        .getPartHistory(GetPartHistoryRequest.newBuilder()
                                .setPart("DISC")
                                .build())
                        .getHistories(0)
                        .getPointsList())
                .hasSize(WEEKS);
        assertThat(Map.of(
                        "forecast",
                        stack.pid("forecast-service"),
                        "sharing",
                        stack.pid("sharing-service"),
                        "capacity",
                        stack.pid("capacity-service")))
                .isEqualTo(before);
    }

    @Test
    @Order(10)
    void aTrainingRunGoesOnAfterAnOutageOfTheDatabaseAndAfterItsServiceWasKilled() throws Exception {
        String first = startRun();
        stack.killKeeper();
        stack.stopPostgres();
        TimeUnit.SECONDS.sleep(12); // the training itself takes less
        stack.up();
        awaitSuccess(first);
        String second = startRun();
        stack.kill("forecast-service");
        stack.up();
        awaitSuccess(second);
        var models = stack.as("data-scientist", ModelServiceGrpc.newBlockingStub(stack.channel(1)));
        assertThat(models.listModels(ListModelsRequest.getDefaultInstance()).getModelsList())
                .extracting(m -> m.getRun().getId())
                .startsWith(second, first);
        // the first model is from a process that is long gone
        assertThat(stack.takt("login", "data-scientist")).isZero();
        assertThat(stack.takt("models", "reproduce", "1")).isZero();
        assertThat(stack.takt("models", "compare", "2")).isZero();
        assertThat(stack.takt("models", "show", "77")).isEqualTo(1);
        assertThat(stack.takt("models", "promote", "two", "--reason", "none")).isEqualTo(2);
    }

    private String startRun() throws Exception {
        return stack.as("data-scientist", TrainingServiceGrpc.newBlockingStub(stack.channel(1)))
                .startTrainingRun(StartTrainingRunRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getRun()
                .getId();
    }

    private void awaitSuccess(String run) throws Exception {
        var training = stack.as("data-scientist", TrainingServiceGrpc.newBlockingStub(stack.channel(1)));
        var get = GetTrainingRunRequest.newBuilder().setRunId(run).build();
        await("the end of the run", () -> {
            try {
                TrainingRun now = training.getTrainingRun(get).getRun();
                assertThat(now.getState()).as(now.getProblem()).isNotEqualTo(RunState.RUN_STATE_FAILED);
                return now.getState() == RunState.RUN_STATE_SUCCEEDED;
            } catch (StatusRuntimeException e) {
                return false;
            }
        });
    }

    @Test
    @Order(11)
    void twoImportsOfOneKindDoNotRunTogether() throws Exception {
        ExecutionException[] refused = new ExecutionException[1];
        List<String> rows = demand();
        sender.send(ImportKind.IMPORT_KIND_DEMAND, rows, message -> {
            sleep(1); // lets the header arrive, which takes the turn
            refused[0] = catchThrowableOfType(
                    ExecutionException.class, () -> sender.send(ImportKind.IMPORT_KIND_DEMAND, rows, m -> {}));
        });
        assertThat(Status.fromThrowable(refused[0]).getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(refused[0]).hasMessageMatching("(?s).*under way already, that of planner since 20\\d\\d-.*");
        assertThat(sender.send(ImportKind.IMPORT_KIND_DEMAND, rows, m -> {}).getUnchanged())
                .isEqualTo(WEEKS);
    }

    @Test
    @Order(14)
    void whatDiesIsStartedAgainWithoutAnybodysHelp() throws Exception {
        stack.stopPostgres();
        stack.kill("capacity-service");
        stack.kill("drop");
        await("the stack", stack::isReady);
        await("alerts again", () -> isAnswered(() -> alerts("planner")));
    }

    @Test
    @Order(15)
    void whoLogsOutIsOutWithEachCopyOfTheCookie() throws Exception {
        var copy = stack.page("operator");
        copy.get("/api/me").then().statusCode(200);
        stack.page("operator").post("/api/logout").then().statusCode(204);
        stack.page("operator").get("/api/me").then().statusCode(401);
    }

    /** The issuer keeps the sessions: a page that dies logs nobody out, and without the issuer nobody is let in. */
    @Test
    @Order(16)
    void aPageThatIsStartedAgainLogsNobodyOut() throws Exception {
        stack.page("planner").get("/api/me").then().statusCode(200);
        stack.kill("planner-ui");
        await("the page", stack::isReady);
        stack.page("planner").get("/api/me").then().statusCode(200);
        stack.kill("issuer");
        await("the issuer", stack::isReady);
        stack.page("planner").get("/api/me").then().statusCode(200); // by the token that the page still holds
        assertThat(new LocalStack().session("planner")).hasSize(43);
    }

    @Test
    @Order(17)
    void aStackLivesOnOneDay() throws Exception {
        assertThat(stack.takt("up", "--business-date", "2001-04-09")).isEqualTo(1);
        assertThat(stack.takt("up")).isZero();
        assertThat(Files.readString(LocalStack.state().resolve("business-date")))
                .isEqualTo("2001-04-02");
    }

    @Test
    @Order(13)
    void aSupplierMayCallNothingOfForecastAndMayNotChangeTheNetwork() throws Exception {
        for (Contract.Offer offer : Contract.offers()) {
            for (MethodDescriptor<?, ?> method : offer.service().getMethods()) {
                boolean imports = method.getType() == MethodDescriptor.MethodType.CLIENT_STREAMING;
                boolean isForImporters = offer.service().getName().startsWith("takt.ingest.");
                if (offer.at() == 1 || imports || isForImporters) {
                    assertThat(callBare(stack.channelAs(FOUNDRY_LOGIN, offer.at()), method))
                            .as(method.getFullMethodName())
                            .isEqualTo(Status.Code.PERMISSION_DENIED);
                }
            }
        }
    }

    @Test
    @Order(12)
    void noCallOfTheContractWorksWithoutAToken() throws Exception {
        int calls = 0;
        for (Contract.Offer offer : Contract.offers()) {
            for (MethodDescriptor<?, ?> method : offer.service().getMethods()) {
                assertThat(callBare(stack.channel(offer.at()), method))
                        .as(method.getFullMethodName())
                        .isEqualTo(Status.Code.UNAUTHENTICATED);
                calls++;
            }
        }
        assertThat(calls).isEqualTo(79);
    }

    private static <Q, R> Status.Code callBare(Channel channel, MethodDescriptor<Q, R> method) throws Exception {
        CompletableFuture<Status.Code> outcome = new CompletableFuture<>();
        StreamObserver<R> observer = new StreamObserver<>() {
            @Override
            public void onNext(R value) {
                outcome.complete(Status.Code.OK);
            }

            @Override
            public void onError(Throwable failure) {
                outcome.complete(Status.fromThrowable(failure).getCode());
            }

            @Override
            public void onCompleted() {
                outcome.complete(Status.Code.OK);
            }
        };
        @SuppressWarnings("unchecked") // generated stubs use prototype marshallers
        Q request = (Q) ((PrototypeMarshaller<Q>) method.getRequestMarshaller()).getMessagePrototype();
        var call = channel.newCall(method, CallOptions.DEFAULT.withDeadlineAfter(20, TimeUnit.SECONDS));
        if (method.getType() == MethodDescriptor.MethodType.CLIENT_STREAMING) {
            ClientCalls.asyncClientStreamingCall(call, observer).onNext(request);
        } else if (method.getType() == MethodDescriptor.MethodType.SERVER_STREAMING) {
            ClientCalls.asyncServerStreamingCall(call, request, observer);
        } else {
            ClientCalls.asyncUnaryCall(call, request, observer);
        }
        return outcome.get(20, TimeUnit.SECONDS);
    }

    private SubmitCommitmentsResponse answers(String... lines) {
        SubmitCommitmentsRequest.Builder request = SubmitCommitmentsRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString());
        for (String line : lines) {
            request.addAnswersBuilder()
                    .setLineId(line)
                    .setWeek("2001-04-30")
                    .setCommittedThousandths(1_000)
                    .setReason(ShortfallReason.SHORTFALL_REASON_MATERIAL);
        }
        return stack.as(FOUNDRY_LOGIN, CommitmentServiceGrpc.newBlockingStub(stack.channel(3)))
                .submitCommitments(request.build());
    }

    /** The supplier that answers what it does not find in the copy is not told that it does not exist. */
    @Test
    @Order(18)
    void whatIsNotKnownWhileTheOtherServiceStandsStillMayBeOnItsWay() throws Exception {
        String known = line(FOUNDRY_LOGIN).getId();
        String unknown = UUID.randomUUID().toString();
        stack.signal("sharing-service", "STOP");
        try {
            var response = answers(known, unknown);
            assertThat(response.getAccepted() + response.getUnchanged()).isEqualTo(1);
            assertThat(response.getRefusalsList())
                    .extracting(AnswerRefusal::getReason)
                    .containsExactly("LINE_NOT_ARRIVED");
        } finally {
            stack.signal("sharing-service", "CONT");
        }
        await(
                "the copy to be level",
                () -> answers(unknown).getRefusals(0).getReason().equals("LINE_UNKNOWN"));
    }

    private static void sleep(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAnswered(Runnable call) {
        try {
            call.run();
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(end);
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
