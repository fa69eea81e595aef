package takt.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import takt.capacity.commitment.AskedLine;
import takt.capacity.usecase.port.CommitmentStore;
import takt.capacity.usecase.port.SharingDoor;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.UnitCode;
import takt.kit.TestStack;
import takt.proto.capacity.v1.Commitment;
import takt.proto.capacity.v1.CommitmentAnswer;
import takt.proto.capacity.v1.CommitmentServiceGrpc;
import takt.proto.capacity.v1.ListCommitmentsRequest;
import takt.proto.capacity.v1.SubmitCommitmentsRequest;

/** What was answered to a publication is told after a newer one took its place, to its supplier and to nobody else. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EarlierAnswersTest {

    /** Of this test alone: all tests of the service share its tables. */
    private static final String SUPPLIER = "BPNL00000000EAR1";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    CommitmentStore commitments;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.at(port);
    }

    @AfterEach
    void close() {
        door.close();
    }

    private CommitmentServiceGrpc.CommitmentServiceBlockingStub as(String role, String partner) {
        return Door.as(role, partner, CommitmentServiceGrpc.newBlockingStub(door.channel()));
    }

    /** A publication of one line over two weeks of 700 pieces. */
    private AskedLine asked(int number) {
        UUID publication = UUID.randomUUID();
        AskedLine line = new AskedLine(
                UUID.randomUUID(),
                publication,
                true,
                new PartNumber("CASTING"),
                new PartnerId(SUPPLIER),
                Examples.WORKS,
                DemandCategory.SERIES,
                UnitCode.H87,
                Examples.FIRST,
                Examples.ANSWER_BY,
                0,
                new long[] {700_000, 700_000},
                new long[6],
                new double[] {0.1, 0.5, 0.9});
        commitments
                .take(
                        new SharingDoor.Pulled(
                                publication,
                                number,
                                line.supplier(),
                                Examples.FIRST,
                                Examples.ANSWER_BY,
                                line.levels(),
                                List.of(line)),
                        900_000L + number)
                .await()
                .atMost(Duration.ofSeconds(10));
        return line;
    }

    private static List<Commitment> answers(
            CommitmentServiceGrpc.CommitmentServiceBlockingStub stub, String publication) {
        return stub.listCommitments(ListCommitmentsRequest.newBuilder()
                        .setPublicationId(publication)
                        .build())
                .getCommitmentsList();
    }

    private Status.Code refused(String partner, String publication) {
        return catchThrowableOfType(StatusRuntimeException.class, () -> answers(as("supplier", partner), publication))
                .getStatus()
                .getCode();
    }

    @Test
    void answersToAnEarlierPublicationAreTheirSuppliersAndTheHouses() {
        AskedLine first = asked(1);
        assertThat(as("supplier", SUPPLIER)
                        .submitCommitments(SubmitCommitmentsRequest.newBuilder()
                                .setRequestId(UUID.randomUUID().toString())
                                .addAnswers(CommitmentAnswer.newBuilder()
                                        .setLineId(first.id().toString())
                                        .setWeek("2001-04-02")
                                        .setCommittedThousandths(700_000))
                                .build())
                        .getAccepted())
                .isEqualTo(1);
        AskedLine second = asked(2);
        String earlier = first.publicationId().toString();
        assertThat(answers(as("supplier", SUPPLIER), ""))
                .as("the newest has none")
                .isEmpty();
        assertThat(answers(as("supplier", SUPPLIER), second.publicationId().toString()))
                .isEmpty();
        assertThat(answers(as("supplier", SUPPLIER), earlier))
                .extracting(Commitment::getLineId)
                .containsExactly(first.id().toString());
        assertThat(answers(as("planner", "BPNL00000000OEM0"), earlier)).hasSize(1);
        assertThat(refused("BPNL00000000EAR2", earlier)).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(refused(SUPPLIER, UUID.randomUUID().toString())).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(refused(SUPPLIER, "' or true --")).isEqualTo(Status.Code.NOT_FOUND);
    }
}
