package takt.sharing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kernel.Week;
import takt.kit.TestStack;
import takt.kit.caller.Audience;
import takt.kit.feed.Offsets;
import takt.sharing.explosion.Gaps;
import takt.sharing.explosion.Peg;
import takt.sharing.network.HorizonZones;
import takt.sharing.publication.Immediate;
import takt.sharing.publication.Publication;
import takt.sharing.publication.PublicationLine;
import takt.sharing.publication.PublicationPlan;
import takt.sharing.usecase.port.PublicationStore;

/** The running service with a real database, seen by supplier systems over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SharingServiceTest {

    private static final PartnerId OEM = new PartnerId("BPNL00000000OEM0");
    private static final AtomicLong SEQUENCE = new AtomicLong();

    @Inject
    PublicationStore publications;

    @Inject
    Offsets offsets;

    private static RequestSpecification as(String partner) {
        return given().auth().oauth2(TestStack.token("system", "supplier", partner));
    }

    private static PublicationLine line(PartnerId supplier, String part) {
        long[] demand = new long[PublicationPlan.WEEKS];
        demand[0] = 700_000;
        demand[1] = 12_500;
        return new PublicationLine(
                UUID.randomUUID(),
                new PartNumber(part),
                supplier,
                OEM,
                new SiteId("BPNS00000000OEM1"),
                DemandCategory.SERIES,
                UnitCode.KGM,
                demand,
                new long[PublicationPlan.WEEKS * 9],
                new HorizonZones(1, 2, 3),
                2,
                0,
                new Immediate(
                        1_382_000,
                        Immediate.Basis.NOTHING_ASKED_BEFORE,
                        new Week(LocalDate.of(2001, 4, 2)),
                        new long[] {1_382_000}),
                new long[0],
                List.of(new Peg(new PartNumber("SECRET"), OEM, BigDecimal.ONE)));
    }

    private UUID publish(PartnerId supplier, UUID version, long sequence) {
        PublicationStore.Edition edition = new PublicationStore.Edition(
                version, LocalDate.of(2001, 4, 2), new double[] {.1, .2, .3, .4, .5, .6, .7, .8, .9}, 200, sequence);
        publications
                .publish(
                        edition,
                        List.of(new PublicationPlan.Draft(
                                supplier,
                                LocalDate.of(2001, 4, 7),
                                List.of(line(supplier, "IRON"), line(supplier, "SAND")))),
                        Gaps.NONE)
                .await()
                .atMost(Duration.ofSeconds(10));
        return newest(supplier).id();
    }

    private Publication newest(PartnerId supplier) {
        return publications
                .list(new Audience.Partner(supplier), Optional.empty(), 0, 1)
                .await()
                .atMost(Duration.ofSeconds(10))
                .get(0);
    }

    @Test
    void aSupplierPullsItsPublicationAndItsLines() {
        PartnerId supplier = new PartnerId("BPNL00000000AAA1");
        UUID id = publish(supplier, UUID.randomUUID(), SEQUENCE.incrementAndGet());
        as(supplier.value())
                .get("/api/v1/publications")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].id", equalTo(id.toString()));
        as(supplier.value())
                .get("/api/v1/publications/" + id)
                .then()
                .statusCode(200)
                .body("answerBy", equalTo("2001-04-07"))
                .body("lines", equalTo(2));
        as(supplier.value())
                .get("/api/v1/publications/" + id + "/lines")
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("[0].part", equalTo("IRON"))
                .body("[0].unit", equalTo("KGM"))
                .body("[0].weeks", hasSize(39))
                .body("[0].weeks[0].demand", equalTo(700))
                .body("[0].weeks[1].demand", equalTo(12.5f))
                .body("[0].weeks.zone[0..3]", equalTo(List.of("FIRM", "PRODUCTION", "MATERIAL", "PREVIEW")))
                .body("[0].weeks[1].week", equalTo("2001-04-09"))
                .body("[0].immediate.open", equalTo(1382))
                .body("[0].immediate.basis", equalTo("NOTHING_ASKED_BEFORE"))
                .body("[0].immediate.due[0].week", equalTo("2001-03-26"));
    }

    @Test
    void somebodyElsesPublicationDoesNotExist() {
        UUID id = publish(new PartnerId("BPNL00000000BBB1"), UUID.randomUUID(), SEQUENCE.incrementAndGet());
        String stranger = "BPNL00000000BBB2";
        for (String path : List.of(
                "/api/v1/publications/" + id,
                "/api/v1/publications/" + id + "/lines",
                "/api/v1/publications/" + UUID.randomUUID(),
                "/api/v1/publications/42")) {
            as(stranger)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType(containsString("problem+json"))
                    .body("title", equalTo("PUBLICATION_UNKNOWN"));
        }
        as(stranger).get("/api/v1/publications").then().statusCode(200).body("", hasSize(0));
    }

    @Test
    void noPathWorksWithoutATokenExceptHealthAndTheContract() {
        for (String path : List.of("/api/v1/publications", "/api/v1/publications/42", "/q/metrics")) {
            given().get(path).then().statusCode(401);
            given().auth().oauth2("nonsense").get(path).then().statusCode(401);
        }
        given().auth()
                .oauth2(TestStack.forgedToken("planner"))
                .get("/api/v1/publications")
                .then()
                .statusCode(401);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
    }

    @Test
    void aSupplierWithoutAPartnerIsRefused() {
        given().auth()
                .oauth2(TestStack.token("system", "supplier", ""))
                .get("/api/v1/publications")
                .then()
                .statusCode(403)
                .body("title", equalTo("PARTNER_MISSING"));
    }

    @Test
    void theContractIsDocumented() {
        given().auth()
                .oauth2(TestStack.token("planner", "planner", ""))
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/v1/publications/{id}/lines"));
    }

    @Test
    void anEventThatIsDeliveredTwiceTakesEffectOnce() {
        PartnerId supplier = new PartnerId("BPNL00000000CCC1");
        UUID version = UUID.randomUUID();
        long sequence = SEQUENCE.incrementAndGet();
        UUID first = publish(supplier, version, sequence);
        assertThat(publish(supplier, version, sequence)).isEqualTo(first);
        assertThat(newest(supplier).number()).isEqualTo(1);
        assertThat(offsets.read("forecast").await().atMost(Duration.ofSeconds(10)))
                .isGreaterThanOrEqualTo(sequence);
    }

    @Test
    void theNextPublicationNamesItsPredecessor() {
        PartnerId supplier = new PartnerId("BPNL00000000DDD1");
        UUID first = publish(supplier, UUID.randomUUID(), SEQUENCE.incrementAndGet());
        publish(supplier, UUID.randomUUID(), SEQUENCE.incrementAndGet());
        assertThat(newest(supplier).predecessor()).contains(first);
        assertThat(newest(supplier).number()).isEqualTo(2);
    }
}
