package takt.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import takt.kit.TestStack;
import takt.proto.forecast.v1.ForecastFeedServiceGrpc;
import takt.proto.forecast.v1.GetPartHistoryRequest;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.PartServiceGrpc;
import takt.proto.forecast.v1.WatchForecastFeedRequest;
import takt.proto.ingest.v1.AcceptCrossReferenceRequest;
import takt.proto.ingest.v1.CodeKind;
import takt.proto.ingest.v1.CrossReferenceRule;
import takt.proto.ingest.v1.CrossReferenceServiceGrpc;
import takt.proto.ingest.v1.DismissQuarantinedRowsRequest;
import takt.proto.ingest.v1.FixQuarantinedRowRequest;
import takt.proto.ingest.v1.GetQuarantinedRowRequest;
import takt.proto.ingest.v1.ListCrossReferencesRequest;
import takt.proto.ingest.v1.ListQuarantineRequest;
import takt.proto.ingest.v1.QuarantineCount;
import takt.proto.ingest.v1.QuarantineServiceGrpc;
import takt.proto.ingest.v1.QuarantineServiceGrpc.QuarantineServiceBlockingStub;
import takt.proto.ingest.v1.QuarantinedRow;
import takt.proto.ingest.v1.RejectCrossReferenceRequest;
import takt.proto.ingest.v1.ReplayQuarantineRequest;
import takt.proto.ingest.v1.ReplayQuarantineResponse;
import takt.proto.ingest.v1.RowFilter;
import takt.proto.ingest.v1.RowState;
import takt.proto.ingest.v1.SetCrossReferenceRuleRequest;
import takt.proto.ingest.v1.SpellingDifference;
import takt.proto.ingest.v1.SuggestCrossReferencesRequest;
import takt.proto.ingest.v1.Suggestion;
import takt.proto.ingest.v1.SummarizeQuarantineRequest;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.Rejection;

/** Rows that were kept out, and how they come in after all. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class QuarantineTest {

    private static final String SITE = ForecastClient.SITE;
    private static final String DEMAND = "part,site,month,demand";

    @TestHTTPResource
    URL url;

    private ForecastClient client;
    private QuarantineServiceBlockingStub quarantine;

    @BeforeEach
    void connect() {
        client = new ForecastClient(url.getPort());
        quarantine =
                ForecastClient.with(ForecastClient.planner(), QuarantineServiceGrpc.newBlockingStub(client.channel));
        client.master("Q-0");
    }

    @AfterEach
    void close() {
        client.close();
    }

    private ImportReport demand(String source, String... rows) {
        return client.send(ImportKind.IMPORT_KIND_DEMAND, header(source), true, rows);
    }

    private static ImportHeader.Builder header(String source) {
        return ImportHeader.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setSource(source)
                .addAllColumns(List.of(DEMAND.split(",")));
    }

    private static RowFilter filter(String source) {
        return RowFilter.newBuilder().setKind("DEMAND").setSource(source).build();
    }

    private List<QuarantinedRow> rows(String source) {
        return quarantine
                .listQuarantine(ListQuarantineRequest.newBuilder()
                        .setFilter(filter(source))
                        .build())
                .getRowsList();
    }

    private ReplayQuarantineResponse replay(String source) {
        return quarantine.replayQuarantine(
                ReplayQuarantineRequest.newBuilder().setFilter(filter(source)).build());
    }

    private QuarantinedRow fix(long id, String... cells) {
        return quarantine
                .fixQuarantinedRow(FixQuarantinedRowRequest.newBuilder()
                        .setId(id)
                        .addAllCells(Arrays.asList(cells))
                        .build())
                .getRow();
    }

    private String reason(Runnable call) throws Exception {
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, call::run);
        return StatusProto.fromThrowable(refused)
                .getDetails(0)
                .unpack(ErrorInfo.class)
                .getReason();
    }

    private String demandOf(String part) {
        var history = ForecastClient.with(ForecastClient.planner(), PartServiceGrpc.newBlockingStub(client.channel))
                .getPartHistory(GetPartHistoryRequest.newBuilder().setPart(part).build());
        return history.getHistoriesCount() == 0
                ? ""
                : String.join(
                        " ",
                        history.getHistories(0).getPointsList().stream()
                                .map(p -> p.getBucket() + "=" + p.getQuantity().getThousandths())
                                .toList());
    }

    @Test
    void rowsOfAPartThatIsToldLaterComeInWhenTheyAreReplayed() {
        ImportReport report = demand("late", "Q-1," + SITE + ",2001-01,412", "Q-1," + SITE + ",2001-02,-5");
        assertThat(report.getRejected()).isEqualTo(2);
        demand("late", "Q-1," + SITE + ",2001-01,412", "Q-1," + SITE + ",2001-02,-5"); // the same file once more
        assertThat(rows("late"))
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(row.getCellsList()).containsExactly("Q-1", SITE, "2001-01", "412"))
                .satisfies(row -> assertThat(row.getRejection().getReason()).isEqualTo("PART_UNKNOWN"))
                .satisfies(row -> assertThat(row.getRejection().getLine()).isEqualTo(2));
        client.master("Q-1");
        ReplayQuarantineResponse replayed = replay("late");
        assertThat(replayed.getLanded()).isEqualTo(1);
        assertThat(replayed.getRejectionsList())
                .extracting(Rejection::getReason)
                .containsExactly("NEGATIVE_QUANTITY");
        assertThat(demandOf("Q-1")).isEqualTo("2001-01-01=412000");
        assertThat(rows("late"))
                .extracting(QuarantinedRow::getState)
                .containsExactly(RowState.ROW_STATE_LANDED, RowState.ROW_STATE_OPEN);
        assertThat(replay("late").getLanded()).isZero();
        assertThat(quarantine
                        .summarizeQuarantine(SummarizeQuarantineRequest.getDefaultInstance())
                        .getCountsList())
                .filteredOn(count -> count.getSource().equals("late"))
                .extracting(QuarantineCount::getReason, QuarantineCount::getRows)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("NEGATIVE_QUANTITY", 1L));
    }

    @Test
    void aReplayNeverOverwritesWhatBecameKnownSince() {
        demand("overtaken", "Q-2," + SITE + ",2001-01,412", "Q-2," + SITE + ",2001-02,7");
        client.master("Q-2");
        demand("newer", "Q-2," + SITE + ",2001-01,415", "Q-2," + SITE + ",2001-02,7");
        ReplayQuarantineResponse replayed = replay("overtaken");
        assertThat(replayed.getSuperseded()).isEqualTo(1);
        assertThat(replayed.getUnchanged()).isEqualTo(1);
        assertThat(demandOf("Q-2")).isEqualTo("2001-01-01=415000 2001-02-01=7000");
        assertThat(rows("overtaken"))
                .extracting(QuarantinedRow::getState)
                .containsExactly(RowState.ROW_STATE_SUPERSEDED, RowState.ROW_STATE_LANDED);
    }

    @Test
    void ofTwoFilesThatWaitedForThePartTheNewerCounts() {
        demand("week 1", "Q-7," + SITE + ",2001-01,10");
        demand("week 2", "Q-7," + SITE + ",2001-01,12");
        client.master("Q-7");
        quarantine.replayQuarantine(ReplayQuarantineRequest.newBuilder()
                .setFilter(RowFilter.newBuilder().setKind("DEMAND").setReason("PART_UNKNOWN"))
                .build());
        assertThat(demandOf("Q-7")).isEqualTo("2001-01-01=12000");
        assertThat(rows("week 1").get(0).getState()).isEqualTo(RowState.ROW_STATE_SUPERSEDED);
        assertThat(rows("week 2").get(0).getState()).isEqualTo(RowState.ROW_STATE_LANDED);
    }

    @Test
    void aRowThatWasCutForQuarantineComesInOnlyWithOtherCells() {
        client.master("Q-8");
        demand("cut", "Q-8," + SITE + ",2001-01," + "0".repeat(1_001) + "1", "Q-8\0,2001-01");
        assertThat(rows("cut"))
                .extracting(row -> row.getRejection().getReason())
                .containsExactly("CELL_TOO_LONG", "MALFORMED_ROW");
        assertThat(replay("cut").getLanded()).isZero();
        fix(rows("cut").get(0).getId(), "Q-8", SITE, "2001-01", "1");
        assertThat(demandOf("Q-8")).isEqualTo("2001-01-01=1000");
    }

    @Test
    void aCutStreamMayBeSentAgainUnderItsId() {
        client.master("Q-9");
        ImportHeader.Builder header = header("cut stream").setContentHash("b".repeat(64));
        String row = "Q-9," + SITE + ",2001-01,1";
        assertThat(client.send(ImportKind.IMPORT_KIND_DEMAND, header, false, row)
                        .getRejected())
                .isEqualTo(1);
        ImportReport again = client.send(ImportKind.IMPORT_KIND_DEMAND, header, true, row);
        assertThat(again.getUnchanged() + " " + again.getRejected() + " " + again.getRepeated())
                .isEqualTo("1 0 false");
    }

    /** 1 was known; of 40, 25 and 35 nobody knows which one counts, so what was known stays. */
    @Test
    void ofContestedRowsNoneCountsAndWhatWasKnownStays() {
        client.master("Q-10", "Q-11");
        demand("known", "Q-10," + SITE + ",2001-01,1");
        ImportReport report = client.send(
                ImportKind.IMPORT_KIND_DEMAND,
                header("order lines"),
                true,
                "Q-10," + SITE + ",2001-01,40",
                "Q-11," + SITE + ",2001-01,9",
                "Q-10," + SITE + ",2001-01,25",
                "Q-10," + SITE + ",2001-01,35");
        assertThat(report.getAccepted() + " " + report.getUnchanged() + " " + report.getRejected())
                .isEqualTo("1 0 3");
        assertThat(report.getRejectionsList())
                .allSatisfy(r -> assertThat(r.getReason()).isEqualTo("DUPLICATE_ROW"))
                .extracting(Rejection::getLine)
                .containsExactlyInAnyOrder(2L, 4L, 5L);
        assertThat(demandOf("Q-10")).isEqualTo("2001-01-01=1000");
        assertThat(demandOf("Q-11")).isEqualTo("2001-01-01=9000");
    }

    /** 9 and a row of -4 are about the same month: 9 is a part of what was meant, so it does not land either. */
    @Test
    void aRowThatCannotBeReadTakesTheOthersOfItsMonthWithIt() {
        client.master("Q-13", "Q-14", "Q-15");
        ImportReport report = demand(
                "a part of it",
                "Q-13," + SITE + ",2001-01,9",
                "Q-13," + SITE + ",2001-01,-4",
                "Q-14," + SITE + ",2001-01,25 ST",
                "Q-14," + SITE + ",2001-01,40",
                "Q-15," + SITE + ",2001-01,5",
                "Q-15," + SITE + ",2001-02,-5");
        assertThat(report.getAccepted() + " " + report.getRejected()).isEqualTo("1 5");
        assertThat(demandOf("Q-13") + demandOf("Q-14")).isEmpty();
        assertThat(demandOf("Q-15")).isEqualTo("2001-01-01=5000");
    }

    /** The first attempt broke off after 40; the whole file says 40 and 25. */
    @Test
    void theFirstOfContestedRowsDoesNotWinBecauseItCameAloneBefore() {
        client.master("Q-12");
        ImportHeader.Builder header = header("cut before the second");
        client.send(ImportKind.IMPORT_KIND_DEMAND, header, false, "Q-12," + SITE + ",2001-01,40");
        assertThat(demandOf("Q-12")).isEqualTo("2001-01-01=40000");
        ImportReport whole = client.send(
                ImportKind.IMPORT_KIND_DEMAND,
                header,
                true,
                "Q-12," + SITE + ",2001-01,40",
                "Q-12," + SITE + ",2001-01,25");
        assertThat(whole.getAccepted() + " " + whole.getUnchanged() + " " + whole.getRejected())
                .isEqualTo("0 0 2");
        assertThat(demandOf("Q-12")).isEmpty();
    }

    @Test
    void twoSpellingsInOneFileThatContradictEachOtherAreLeftToAPerson() {
        client.master("Q-6");
        demand("contradiction", "Q-6," + SITE + ",2001-01,412", "q 6," + SITE + ",2001-01,7");
        client.send(ImportKind.IMPORT_KIND_CROSS_REFERENCES, "what,code,means", "part,q 6,Q-6");
        ReplayQuarantineResponse replayed = replay("contradiction");
        assertThat(replayed.getRejectionsList())
                .extracting(Rejection::getReason)
                .containsExactly("DUPLICATE_ROW");
        assertThat(demandOf("Q-6")).isEqualTo("2001-01-01=412000");
        assertThat(rows("contradiction").get(0).getRejection().getReason()).isEqualTo("DUPLICATE_ROW");
    }

    @Test
    void aRowIsFixedByHandAndWhatWasReadStaysBesideIt() throws Exception {
        client.master("Q-3");
        demand("typo", "Q-3," + SITE + ",2001-13,5", "Q-3," + SITE + ",2001-02");
        long id = rows("typo").get(0).getId();
        assertThat(reason(() -> fix(id, "Q-3", SITE, "2001-14", "5"))).isEqualTo("ROW_REJECTED");
        QuarantinedRow fixed = fix(id, "Q-3", SITE, "2001-12", "5");
        assertThat(fixed.getState()).isEqualTo(RowState.ROW_STATE_LANDED);
        assertThat(fixed.getCells(2) + " " + fixed.getFixedCells(2)).isEqualTo("2001-13 2001-12");
        assertThat(fixed.getDecidedBy()).isEqualTo("planner");
        assertThat(reason(() -> fix(id, "Q-3", SITE, "2001-12", "6"))).isEqualTo("ROW_DECIDED");
        fix(rows("typo").get(1).getId(), "Q-3", SITE, "2001-02", "6");
        assertThat(demandOf("Q-3")).isEqualTo("2001-02-01=6000 2001-12-01=5000");
    }

    @Test
    void aRowIsSetAsideWithANote() throws Exception {
        demand("useless", "Q-0," + SITE + ",2001-01,x");
        long id = rows("useless").get(0).getId();
        var request = DismissQuarantinedRowsRequest.newBuilder().addIds(id).addIds(999_999_999);
        assertThat(reason(() -> quarantine.dismissQuarantinedRows(request.build())))
                .isEqualTo("REASON_MISSING");
        request.setNote("a test row");
        long before = toldOfDecisions();
        assertThat(quarantine.dismissQuarantinedRows(request.build()).getDismissed())
                .isEqualTo(1);
        assertThat(toldOfDecisions()).as("others learn of it").isEqualTo(before + 1);
        assertThat(quarantine.dismissQuarantinedRows(request.build()).getDismissed())
                .isZero();
        assertThat(toldOfDecisions()).as("nothing was decided").isEqualTo(before + 1);
        QuarantinedRow row = quarantine
                .getQuarantinedRow(
                        GetQuarantinedRowRequest.newBuilder().setId(id).build())
                .getRow();
        assertThat(row.getState() + " " + row.getNote()).isEqualTo("ROW_STATE_DISMISSED a test row");
    }

    /** Entries about decisions that the feed has told of, up to its first sign of life. */
    private long toldOfDecisions() {
        var feed = ForecastClient.with(
                        ForecastClient.planner(), ForecastFeedServiceGrpc.newBlockingStub(client.channel))
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .watchForecastFeed(WatchForecastFeedRequest.getDefaultInstance());
        long told = 0;
        for (var next = feed.next(); next.hasEvent(); next = feed.next()) {
            told += next.getEvent().getKind().equals("QUARANTINE_CHANGED") ? 1 : 0;
        }
        return told;
    }

    @Test
    void aStrictImportLandsWholeOrNotAtAll() {
        client.master("Q-4");
        String[] rows = {"Q-4," + SITE + ",2001-01,1", "Q-4," + SITE + ",2001-02,-1"};
        ImportReport refused =
                client.send(ImportKind.IMPORT_KIND_DEMAND, header("strict").setStrict(true), true, rows);
        assertThat(refused.getRefused()).isTrue();
        assertThat(refused.getRejected()).isEqualTo(1);
        assertThat(demandOf("Q-4")).isEmpty();
        assertThat(rows("strict")).isEmpty();
        ImportReport cut =
                client.send(ImportKind.IMPORT_KIND_DEMAND, header("strict").setStrict(true), false, rows[0]);
        assertThat(cut.getRefused()).isTrue();
        assertThat(demandOf("Q-4")).isEmpty();
        ImportReport landed =
                client.send(ImportKind.IMPORT_KIND_DEMAND, header("strict").setStrict(true), true, rows[0]);
        assertThat(landed.getRefused()).isFalse();
        assertThat(demandOf("Q-4")).isEqualTo("2001-01-01=1000");
    }

    @Test
    void theSameContentIsNotReadAgainUnlessSomethingCameBetween() {
        client.master("Q-5");
        String row = "Q-5," + SITE + ",2001-01,1";
        ImportHeader.Builder header = header("hashed").setContentHash("a".repeat(64));
        assertThat(client.send(ImportKind.IMPORT_KIND_DEMAND, header, true, row).getAccepted())
                .isEqualTo(1);
        header.setRequestId(UUID.randomUUID().toString());
        ImportReport again = client.send(ImportKind.IMPORT_KIND_DEMAND, header, true, row);
        assertThat(again.getRepeated()).isTrue();
        assertThat(again.getUnchanged()).isEqualTo(1);
        demand("correction", "Q-5," + SITE + ",2001-01,2");
        header.setRequestId(UUID.randomUUID().toString());
        ImportReport back = client.send(ImportKind.IMPORT_KIND_DEMAND, header, true, row);
        assertThat(back.getRepeated()).isFalse();
        assertThat(demandOf("Q-5")).isEqualTo("2001-01-01=1000");
    }

    @Test
    void aSpellingIsProposedAcceptedAndTheRowsThatWaitedComeIn() throws Exception {
        client.master("6Q0698151A");
        demand("spelling", "6Q0-698-151 A," + SITE + ",2001-01,412", "6Q0-698-151 A," + SITE + ",2001-02,7");
        var references = ForecastClient.with(
                ForecastClient.planner(), CrossReferenceServiceGrpc.newBlockingStub(client.channel));
        Suggestion suggestion = suggestions(references).get(0);
        assertThat(suggestion.getReference().getMeans()).isEqualTo("6Q0698151A");
        assertThat(suggestion.getLikeness()).isEqualTo(0.97);
        assertThat(suggestion.getRows()).isEqualTo(2);
        assertThat(demandOf("6Q0698151A")).as("nothing merges by itself").isEmpty();
        var wrong = suggestion.getReference().toBuilder().setMeans("NOWHERE").build();
        assertThat(reason(() -> references.acceptCrossReference(AcceptCrossReferenceRequest.newBuilder()
                        .setReference(wrong)
                        .build())))
                .isEqualTo("CROSS_REFERENCE_REJECTED");
        assertThat(references
                        .acceptCrossReference(AcceptCrossReferenceRequest.newBuilder()
                                .setReference(suggestion.getReference())
                                .build())
                        .getLanded())
                .isEqualTo(2);
        assertThat(demandOf("6Q0698151A")).isEqualTo("2001-01-01=412000 2001-02-01=7000");
        assertThat(references
                        .listCrossReferences(ListCrossReferencesRequest.getDefaultInstance())
                        .getReferencesList())
                .contains(suggestion.getReference());
        assertThat(demand("spelling", "6Q0-698-151 A," + SITE + ",2001-03,9").getAccepted())
                .as("from now on")
                .isEqualTo(1);
    }

    @Test
    void whatWasRejectedIsNotProposedAgain() {
        client.master("7Q0698151A");
        demand("rejected", "7Q0.698.151.A," + SITE + ",2001-01,412");
        var references = ForecastClient.with(
                ForecastClient.planner(), CrossReferenceServiceGrpc.newBlockingStub(client.channel));
        Suggestion suggestion = suggestions(references).stream()
                .filter(s -> s.getReference().getMeans().equals("7Q0698151A"))
                .findFirst()
                .orElseThrow();
        references.rejectCrossReference(RejectCrossReferenceRequest.newBuilder()
                .setReference(suggestion.getReference())
                .build());
        assertThat(suggestions(references))
                .extracting(Suggestion::getReference)
                .doesNotContain(suggestion.getReference());
    }

    private long rule(SpellingDifference difference, boolean holds) {
        return ForecastClient.with(ForecastClient.planner(), CrossReferenceServiceGrpc.newBlockingStub(client.channel))
                .setCrossReferenceRule(SetCrossReferenceRuleRequest.newBuilder()
                        .setRule(CrossReferenceRule.newBuilder()
                                .setKind(CodeKind.CODE_KIND_PART)
                                .setDifference(difference))
                        .setHolds(holds)
                        .build())
                .getLanded();
    }

    @Test
    void aSavedRuleLetsRowsInWithoutAskingWhereOneKnownCodeFits() throws Exception {
        client.master("RULE-0001", "RULE-TWO", "RULETWO");
        demand("ruled", "RULE 0001," + SITE + ",2001-01,1");
        assertThat(rule(SpellingDifference.SPELLING_DIFFERENCE_MARKS, true)).isEqualTo(1);
        try {
            ImportReport report = demand(
                    "ruled",
                    "RULE/0001," + SITE + ",2001-02,2",
                    "RULE.TWO," + SITE + ",2001-02,3", // fits two
                    "RULE-OOO1," + SITE + ",2001-02,4"); // another difference
            assertThat(report.getRejected()).isEqualTo(3);
            assertThat(report.getLandedByRules()).isEqualTo(1);
            assertThat(demandOf("RULE-0001")).isEqualTo("2001-01-01=1000 2001-02-01=2000");
            assertThat(demandOf("RULE-TWO") + demandOf("RULETWO")).isEmpty();
            assertThat(rows("ruled"))
                    .filteredOn(r -> r.getState() == RowState.ROW_STATE_OPEN)
                    .hasSize(2);
        } finally {
            rule(SpellingDifference.SPELLING_DIFFERENCE_MARKS, false);
        }
        assertThat(demand("ruled", "RULE_0001," + SITE + ",2001-03,5").getLandedByRules())
                .as("the rule has ended")
                .isZero();
        assertThat(reason(() -> rule(SpellingDifference.SPELLING_DIFFERENCE_SLIP, true)))
                .isEqualTo("RULE_INVALID");
    }

    private static List<Suggestion> suggestions(
            CrossReferenceServiceGrpc.CrossReferenceServiceBlockingStub references) {
        return references
                .suggestCrossReferences(SuggestCrossReferencesRequest.getDefaultInstance())
                .getSuggestionsList();
    }

    @Test
    void theOneCharacterThatCannotBeKeptIsReplacedInQuarantine() {
        ImportReport report = demand("binary", "Q\0-0," + SITE + ",2001-01,1");
        assertThat(report.getRejections(0).getReason()).isEqualTo("CONTROL_CHARACTER");
        assertThat(rows("binary").get(0).getCells(0)).isEqualTo("Q\uFFFD-0");
    }

    @Test
    void suppliersAndUnknownKindsAreRefused() throws Exception {
        var supplier = ForecastClient.with(
                TestStack.token("foundry", "supplier", "BPNL00000000T201"),
                QuarantineServiceGrpc.newBlockingStub(client.channel));
        StatusRuntimeException refused = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> supplier.listQuarantine(ListQuarantineRequest.getDefaultInstance()));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(reason(() -> quarantine.replayQuarantine(ReplayQuarantineRequest.getDefaultInstance())))
                .isEqualTo("KIND_UNKNOWN");
        assertThat(reason(() -> quarantine.getQuarantinedRow(
                        GetQuarantinedRowRequest.newBuilder().setId(999_999_999).build())))
                .isEqualTo("ROW_UNKNOWN");
    }
}
