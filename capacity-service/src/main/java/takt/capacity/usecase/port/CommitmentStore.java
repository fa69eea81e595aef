package takt.capacity.usecase.port;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import takt.capacity.commitment.AskedLine;
import takt.capacity.commitment.Commitment;
import takt.capacity.commitment.Submission;
import takt.capacity.commitment.Submission.Outcome;
import takt.kernel.PartnerId;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;

/** Keeps what was asked and what was promised. */
public interface CommitmentStore {

    /** What became of a request; its content is empty where that was not kept. */
    record Answered(Outcome outcome, String content) {}

    /** Keeps a publication and its lines once, with the followed offset. */
    Uni<Void> take(SharingDoor.Pulled pulled, long feedSequence);

    /** Passes an event of the followed feed that has no effect here. */
    Uni<Void> pass(long feedSequence);

    /** How many of the lines are known to be the supplier's. */
    Uni<Long> countKnown(Collection<UUID> lineIds, PartnerId supplier);

    Uni<Optional<Answered>> find(UUID requestId, PartnerId supplier);

    /**
     * Decides with nobody else of the supplier deciding at the same time, and keeps the outcome; refuses a request id that
     * was used for other content.
     */
    Uni<Submission> decide(
            UUID requestId,
            String content,
            Caller caller,
            Collection<UUID> lineIds,
            BiFunction<List<AskedLine>, List<Commitment>, Submission> decision);

    /**
     * Answers in force.
     *
     * @param publication the one they answer; empty means the newest of each supplier
     * @param part empty means all
     */
    Uni<List<Commitment>> inForce(Audience audience, Optional<UUID> publication, String part, int offset, int limit);

    /** Whether a publication has arrived, and is the audience's to see. */
    Uni<Boolean> isKnown(Audience audience, UUID publication);
}
