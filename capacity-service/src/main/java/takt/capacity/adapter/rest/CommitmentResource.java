package takt.capacity.adapter.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import takt.capacity.adapter.rest.CommitmentRequest.AnswerView;
import takt.capacity.commitment.AnswerDraft;
import takt.capacity.commitment.Submission;
import takt.capacity.usecase.Commit;
import takt.kit.Ids;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.error.TaktException;

/** Commitments from supplier systems that speak HTTP. */
@Path("/api/v1/commitments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPPLIER)
public class CommitmentResource {

    /** What became of the answers; refusals by position in the request. */
    public record Outcome(int accepted, int unchanged, List<Refusal> refusals) {}

    /** Why one answer was not taken. */
    public record Refusal(int index, String reason, String message) {}

    private final Commit commits;
    private final Callers callers;

    CommitmentResource(Commit commits, Callers callers) {
        this.commits = commits;
        this.callers = callers;
    }

    @PUT
    @Operation(
            summary =
                    "Answers publication lines. Each answer is taken or refused on its own; repeating the request changes nothing.")
    public Uni<Outcome> put(CommitmentRequest request) {
        return callers.current().chain(caller -> {
            caller.requirePartner();
            List<AnswerView> views = request == null ? null : request.answers();
            if (request == null || views == null || views.contains(null)) {
                throw TaktException.invalid(
                        "REQUEST_INVALID",
                        "answers",
                        "The body must hold `requestId` and `answers`, and none of these may be null.");
            }
            List<AnswerDraft> answers = views.stream().map(AnswerView::draft).toList();
            UUID requestId = Ids.uuid("requestId", String.valueOf(request.requestId()));
            return commits.submit(requestId, answers, caller).map(CommitmentResource::view);
        });
    }

    private static Outcome view(Submission.Outcome outcome) {
        return new Outcome(
                outcome.accepted(),
                outcome.unchanged(),
                outcome.refusals().stream()
                        .map(r -> new Refusal(r.index(), r.code(), r.message()))
                        .toList());
    }
}
