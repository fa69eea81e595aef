package takt.capacity.adapter.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import takt.capacity.adapter.rest.CommitmentRequest.AnswerView;
import takt.capacity.commitment.Judgement;
import takt.capacity.commitment.Reading;
import takt.capacity.usecase.CommitUseCase;
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

    private final CommitUseCase commits;
    private final Callers callers;
    private final ObjectMapper json;

    CommitmentResource(CommitUseCase commits, Callers callers, ObjectMapper json) {
        this.commits = commits;
        this.callers = callers;
        this.json = json;
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
            List<Reading> answers = views.stream().map(AnswerView::reading).toList();
            UUID requestId = Ids.uuid("requestId", String.valueOf(request.requestId()));
            return commits.submit(ownName(requestId), answers, caller, judgements -> encode(outcome(judgements)))
                    .map(this::decode);
        });
    }

    /** The same id over gRPC is another request: the two doors remember their responses in forms of their own. */
    private static UUID ownName(UUID requestId) {
        return UUID.nameUUIDFromBytes(("rest/" + requestId).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] encode(Outcome outcome) {
        try {
            return json.writeValueAsBytes(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome decode(byte[] stored) {
        try {
            return json.readValue(stored, Outcome.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome outcome(List<Judgement> judgements) {
        List<Refusal> refusals = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < judgements.size(); i++) {
            if (judgements.get(i) instanceof Judgement.Refused refused) {
                refusals.add(new Refusal(i, refused.code(), refused.message()));
            } else if (judgements.get(i) instanceof Judgement.Accepted) {
                accepted++;
            }
        }
        return new Outcome(accepted, judgements.size() - accepted - refusals.size(), refusals);
    }
}
