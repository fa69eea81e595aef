package takt.cli.service.version;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import takt.cli.service.Connection;
import takt.cli.service.Patience;
import takt.proto.sharing.v1.Edition;
import takt.proto.sharing.v1.GetEditionRequest;
import takt.proto.sharing.v1.PublicationServiceGrpc;
import takt.proto.sharing.v1.UnsuppliedPart;

/** Waits for what becomes of a released version and tells it. */
public final class EditionClient {

    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final int SHOWN = 10;

    private final Connection connection;

    public EditionClient(Connection connection) {
        this.connection = connection;
    }

    /** The edition, once the suppliers have it. */
    public Edition await(String versionId) {
        Patience patience = new Patience(SILENCE, "The publication of version " + versionId);
        while (true) {
            try {
                return connection
                        .within(10, PublicationServiceGrpc.newBlockingStub(connection.sharing()))
                        .getEdition(GetEditionRequest.newBuilder()
                                .setVersionId(versionId)
                                .build())
                        .getEdition();
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                    patience.pause("it is not published yet");
                } else {
                    patience.pause(e);
                }
            }
        }
    }

    /** What was published, and what nobody supplies. */
    public static void print(Edition edition, PrintWriter out) {
        out.printf(
                "  %,d publications with %,d lines over %d weeks from %s.%n",
                edition.getPublications(), edition.getLines(), edition.getWeeks(), edition.getFirstWeek());
        if (edition.getPassedThroughCount() > 0) {
            out.printf(
                    "  %,d parts are only a step in the bill, their components were asked for: %s.%n",
                    edition.getPassedThroughCount(),
                    String.join(
                            ", ",
                            edition.getPassedThroughList()
                                    .subList(0, Math.min(SHOWN, edition.getPassedThroughCount()))));
        }
        if (edition.getUnsuppliedInAll() > 0) {
            out.printf("  Nobody supplies %,d parts, and nobody is asked for them:%n", edition.getUnsuppliedInAll());
            edition.getUnsuppliedList().stream().limit(SHOWN).forEach(part -> print(part, out));
            out.println("  Maybe import the missing supply relations or sites, then release again.");
        }
        out.flush();
    }

    private static void print(UnsuppliedPart part, PrintWriter out) {
        out.printf(
                "    %s at %s, needed by %s: %s %s%s%n",
                part.getPart(),
                part.getCustomerSite(),
                part.getCustomer().isEmpty() ? "a site that nobody owns" : part.getCustomer(),
                BigDecimal.valueOf(part.getQuantity().getThousandths(), 3)
                        .stripTrailingZeros()
                        .toPlainString(),
                part.getQuantity().getUnit(),
                part.getBelow() > 0 ? ", and %,d parts below it".formatted(part.getBelow()) : "");
    }
}
