package takt.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import takt.kit.TestStack;
import takt.proto.forecast.v1.AssessQualityRequest;
import takt.proto.forecast.v1.DataQualityServiceGrpc;
import takt.proto.forecast.v1.DataQualityServiceGrpc.DataQualityServiceBlockingStub;
import takt.proto.forecast.v1.GetPartQualityRequest;
import takt.proto.forecast.v1.GetQualityHistoryRequest;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ListQualityAlarmsRequest;
import takt.proto.forecast.v1.ListQualityCardsRequest;
import takt.proto.forecast.v1.ListQualityCardsResponse;
import takt.proto.forecast.v1.QualityAlarm;
import takt.proto.forecast.v1.QualityCard;
import takt.proto.forecast.v1.QualityDimension;
import takt.proto.forecast.v1.QualityScope;

/** On 2 April 2001, with the demand of a plant up to January. */
@QuarkusTest
@TestProfile(QualityTest.OwnDatabase.class)
@QuarkusTestResource(TestStack.class)
class QualityTest {

    /** A profile of its own starts a database of its own. */
    public static final class OwnDatabase implements QuarkusTestProfile {}

    private static final String DEMAND = "part,site,month,demand";

    @TestHTTPResource
    URL url;

    private ForecastClient client;
    private DataQualityServiceBlockingStub quality;

    @BeforeEach
    void connect() {
        client = new ForecastClient(url.getPort());
        quality = ForecastClient.with(ForecastClient.planner(), DataQualityServiceGrpc.newBlockingStub(client.channel));
    }

    @AfterEach
    void close() {
        client.close();
    }

    private Map<String, QualityCard> assess() {
        return quality.assessQuality(AssessQualityRequest.getDefaultInstance()).getCardsList().stream()
                .collect(Collectors.toMap(QualityCard::getName, Function.identity()));
    }

    private static double share(QualityCard card, String dimension) {
        return card.getMeasuresList().stream()
                .filter(m -> m.getDimension() == QualityDimension.valueOf("QUALITY_DIMENSION_" + dimension))
                .findFirst()
                .orElseThrow()
                .getShare();
    }

    private List<QualityAlarm> alarms() {
        return quality.listQualityAlarms(ListQualityAlarmsRequest.getDefaultInstance())
                .getAlarmsList();
    }

    private void demand(String... rows) {
        client.send(ImportKind.IMPORT_KIND_DEMAND, DEMAND, rows);
    }

    @Test
    void aLateFeedRingsUntilItHasComeAndEachShareIsTheOneWorkedByHand() {
        assertThat(assess()).isEmpty();
        assertThat(quality.listQualityCards(ListQualityCardsRequest.getDefaultInstance())
                        .getAssessedAt())
                .isEmpty();
        client.master("A", "B");
        client.send(ImportKind.IMPORT_KIND_VEHICLE_LINES, "line,name", "ATLAS,Atlas");
        client.send(
                ImportKind.IMPORT_KIND_USAGE,
                "part,line,qty_per_vehicle,valid_from,valid_to",
                "A,ATLAS,2,,",
                "B,ATLAS,1,,");
        client.send(
                ImportKind.IMPORT_KIND_PRODUCTION_SCHEDULE,
                "issued,line,month,planned_units",
                "2000-10-31,ATLAS,2000-12,999", // superseded by the issue a month later
                "2000-11-30,ATLAS,2000-12,100",
                "2000-12-31,ATLAS,2001-01,100",
                "2001-01-31,ATLAS,2001-02,100"); // not built yet
        client.send(
                ImportKind.IMPORT_KIND_BUILT_VOLUME, "line,month,units_built", "ATLAS,2000-12,70", "ATLAS,2001-01,90");
        List<String> rows = new ArrayList<>();
        for (String part : List.of("A", "B")) {
            for (String month : List.of("2000-10", "2000-11", "2000-12", "2001-01")) {
                rows.add(part + "," + ForecastClient.SITE + "," + month + ",160");
            }
        }
        rows.remove(1); // A of November is unknown
        rows.add("C," + ForecastClient.SITE + ",2001-01,5");
        rows.add("B," + ForecastClient.SITE + ",2105-01,160"); // a slip; it must not make the kind look on time
        demand(rows.toArray(String[]::new));

        QualityCard demand = assess().get("demand");
        ListQualityCardsResponse last = quality.listQualityCards(ListQualityCardsRequest.getDefaultInstance());
        assertThat(last.getCardsList()).contains(demand);
        assertThat(last.getAssessedAt()).isNotEmpty();
        assertThat(share(demand, "COMPLETENESS")).isEqualTo(7.0 / 8);
        assertThat(share(demand, "TIMELINESS")).isCloseTo(1.0 / 3, within(1e-12)); // February and March are missing
        assertThat(share(demand, "VALIDITY")).isEqualTo(1 - 1.0 / 9);
        assertThat(share(demand, "PLAUSIBILITY")).isEqualTo(1);
        // Built 160, so A needs 320 and B 160; both sold 320 in the two months: shares 1 and 0.5
        assertThat(share(demand, "CONSISTENCY")).isEqualTo(0.75);
        assertThat(share(assess().get("built volume"), "CONSISTENCY")).isEqualTo(0.8); // 160 of 200
        // issued on 31 October, 30 November, 31 December, 31 January: 31 days are usual, 61 have gone by
        assertThat(share(assess().get("production schedule"), "TIMELINESS")).isCloseTo(46.5 / 61, within(1e-12));
        assertThat(assess().get("demand from test").getScope()).isEqualTo(QualityScope.QUALITY_SCOPE_SOURCE);
        assertThat(alarms())
                .extracting(QualityAlarm::getName)
                .containsExactlyInAnyOrder("demand", "built volume", "production schedule");

        demand("A," + ForecastClient.SITE + ",2001-02,160", "A," + ForecastClient.SITE + ",2001-03,160");
        assess();
        assertThat(alarms()).extracting(QualityAlarm::getName).doesNotContain("demand");
        assertThat(quality.getQualityHistory(GetQualityHistoryRequest.newBuilder()
                                .setScope(QualityScope.QUALITY_SCOPE_KIND)
                                .setName("demand")
                                .build())
                        .getPointsList())
                .hasSizeGreaterThanOrEqualTo(4)
                .isSortedAccordingTo((a, b) -> a.getAssessedAt().compareTo(b.getAssessedAt()));

        QualityCard part = quality.getPartQuality(
                        GetPartQualityRequest.newBuilder().setPart("B").build())
                .getCard();
        assertThat(share(part, "COMPLETENESS")).isEqualTo(1);
        assertThat(share(part, "CONSISTENCY")).isEqualTo(0.5);

        for (int i = 0; i < 6; i++) {
            assess(); // a good one becomes the usual one
        }
        demand(IntStream.range(0, 60)
                .mapToObj(i -> "A," + ForecastClient.SITE + ",2001-13," + i)
                .toArray(String[]::new));
        assess();
        assertThat(alarms())
                .filteredOn(a -> a.getName().equals("demand"))
                .extracting(QualityAlarm::getWords)
                .singleElement()
                .asString()
                .startsWith("The score fell from the usual");
    }

    @Test
    void unknownPartsAndStrangersAreRefused() {
        assertThat(catchThrowableOfType(
                                StatusRuntimeException.class,
                                () -> quality.getPartQuality(GetPartQualityRequest.newBuilder()
                                        .setPart("NONE")
                                        .build()))
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(catchThrowableOfType(
                                StatusRuntimeException.class,
                                () -> quality.getQualityHistory(GetQualityHistoryRequest.getDefaultInstance()))
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
        var supplier = ForecastClient.with(
                TestStack.token("foundry", "supplier", "BPNL00000000T201"),
                DataQualityServiceGrpc.newBlockingStub(client.channel));
        assertThat(catchThrowableOfType(
                                StatusRuntimeException.class,
                                () -> supplier.assessQuality(AssessQualityRequest.getDefaultInstance()))
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.PERMISSION_DENIED);
    }
}
