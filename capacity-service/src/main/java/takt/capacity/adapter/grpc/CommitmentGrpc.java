package takt.capacity.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import takt.capacity.commitment.AnswerDraft;
import takt.capacity.usecase.Commit;
import takt.capacity.usecase.port.CommitmentStore;
import takt.kernel.Quantity;
import takt.kernel.UnitCode;
import takt.kit.Ids;
import takt.kit.caller.Audience;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.error.TaktException;
import takt.kit.page.Page;
import takt.proto.capacity.v1.Commitment;
import takt.proto.capacity.v1.CommitmentService;
import takt.proto.capacity.v1.ListCommitmentsRequest;
import takt.proto.capacity.v1.ListCommitmentsResponse;
import takt.proto.capacity.v1.ShortfallReason;
import takt.proto.capacity.v1.SubmitCommitmentsRequest;
import takt.proto.capacity.v1.SubmitCommitmentsResponse;

@GrpcService
public class CommitmentGrpc implements CommitmentService {

    private static final String UNKNOWN = "PUBLICATION_UNKNOWN";

    private final Commit commits;
    private final CommitmentStore commitments;
    private final Callers callers;

    CommitmentGrpc(Commit commits, CommitmentStore commitments, Callers callers) {
        this.commits = commits;
        this.commitments = commitments;
        this.callers = callers;
    }

    @Override
    @RolesAllowed(Roles.SUPPLIER)
    public Uni<SubmitCommitmentsResponse> submitCommitments(SubmitCommitmentsRequest request) {
        return callers.current()
                .chain(caller -> {
                    caller.requirePartner();
                    List<AnswerDraft> answers = request.getAnswersList().stream()
                            .map(AnswerMessages::draft)
                            .toList();
                    return commits.submit(Ids.uuid("request_id", request.getRequestId()), answers, caller);
                })
                .map(AnswerMessages::response);
    }

    @Override
    @RolesAllowed({Roles.SUPPLIER, Roles.PLANNER, Roles.OPERATOR, Roles.DATA_SCIENTIST})
    public Uni<ListCommitmentsResponse> listCommitments(ListCommitmentsRequest request) {
        return callers.current().chain(caller -> {
            int size = Page.size(request.getPageSize(), 200, 1000);
            int offset = Page.afterOffset(request.getPageToken());
            Optional<UUID> publication = publication(request.getPublicationId());
            return require(caller.audience(), publication)
                    .chain(() -> commitments.inForce(caller.audience(), publication, request.getPart(), offset, size))
                    .map(found -> {
                        ListCommitmentsResponse.Builder page = ListCommitmentsResponse.newBuilder();
                        found.forEach(c -> page.addCommitments(message(c)));
                        return page.setNextPageToken(Page.next(found, size, offset))
                                .build();
                    });
        });
    }

    private static Optional<UUID> publication(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(Ids.existing(id, UNKNOWN, "publication"));
    }

    /** That nothing is answered can only be said of a publication that is known. */
    private Uni<Void> require(Audience audience, Optional<UUID> publication) {
        return publication.isEmpty()
                ? Uni.createFrom().voidItem()
                : commitments
                        .isKnown(audience, publication.get())
                        .invoke(isKnown -> {
                            if (!isKnown) {
                                throw TaktException.notFound(
                                        UNKNOWN,
                                        "publication",
                                        publication.get().toString());
                            }
                        })
                        .replaceWithVoid();
    }

    private static Commitment message(takt.capacity.commitment.Commitment commitment) {
        UnitCode unit = commitment.line().unit();
        return Commitment.newBuilder()
                .setLineId(commitment.line().id().toString())
                .setSupplier(commitment.line().supplier().value())
                .setPart(commitment.line().part().value())
                .setCustomerSite(commitment.line().customerSite().value())
                .setWeek(commitment.answer().week().toString())
                .setDemand(AnswerMessages.quantity(new Quantity(
                        commitment.line().demandOf(commitment.answer().week()), unit)))
                .setCommitted(
                        AnswerMessages.quantity(new Quantity(commitment.answer().committed(), unit)))
                .setReason(ShortfallReason.valueOf(
                        "SHORTFALL_REASON_" + commitment.answer().reason()))
                .setComment(commitment.answer().comment())
                .setRevision(commitment.revision())
                .build();
    }
}
