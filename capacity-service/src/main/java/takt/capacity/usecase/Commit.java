package takt.capacity.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import takt.capacity.commitment.Answer;
import takt.capacity.commitment.AnswerDraft;
import takt.capacity.commitment.Reading;
import takt.capacity.commitment.Submission;
import takt.capacity.commitment.Submission.Outcome;
import takt.capacity.usecase.port.CommitmentStore;
import takt.kernel.PartnerId;
import takt.kit.Once;
import takt.kit.caller.Caller;
import takt.kit.db.Turns;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Takes a supplier's answers, each judged on its own. */
@ApplicationScoped
public class Commit {

    private static final int MOST = 20_000;
    private static final Duration LAG_PAUSE = Duration.ofMillis(300);
    private static final int LAG_TRIES = 40;

    private final CommitmentStore commitments;
    private final MatchSuppliers matching;
    private final FollowPublications following;
    private final Turns turns;

    Commit(CommitmentStore commitments, MatchSuppliers matching, FollowPublications following, Turns turns) {
        this.turns = turns;
        this.following = following;
        this.commitments = commitments;
        this.matching = matching;
    }

    /** What became of each answer; the same request again gives the first outcome. */
    public Uni<Outcome> submit(UUID requestId, List<AnswerDraft> drafts, Caller caller) {
        List<Reading> readings = drafts.stream().map(AnswerDraft::read).toList();
        if (readings.size() > MOST) {
            throw TaktException.invalid(
                    "TOO_LARGE",
                    "answers",
                    "A request takes %d answers, not %d.\nMaybe split it.".formatted(MOST, readings.size()));
        }
        PartnerId supplier = caller.requirePartner();
        Set<UUID> lineIds = readings.stream()
                .filter(Answer.class::isInstance)
                .map(reading -> ((Answer) reading).lineId())
                .collect(Collectors.toSet());
        String content = Once.content(readings);
        return commitments
                .find(requestId, supplier)
                .invoke(before -> before.ifPresent(b -> Once.requireSame(b.content(), content, requestId, "a request")))
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(before.get().outcome())
                        : awaitLines(lineIds, supplier, LAG_TRIES)
                                .chain(() -> turns.take(
                                        supplier.value(),
                                        () -> commitments.decide(
                                                requestId,
                                                content,
                                                caller,
                                                lineIds,
                                                (lines, inForce) -> Submission.of(readings, supplier, lines, inForce))))
                                .invoke(submission -> matching.request(supplier))
                                .map(Submission::outcome));
    }

    /**
     * A supplier may answer a publication before its copy has arrived here: unknown lines are waited for as long as the
     * copy lags behind, some seconds at most. What is unknown when the copy is level does not exist, and is refused; while
     * it is not level nobody can know.
     */
    private Uni<Void> awaitLines(Set<UUID> lineIds, PartnerId supplier, int tries) {
        return following
                .isLevel()
                .chain(isLevel -> isLevel
                        ? Uni.createFrom().voidItem()
                        : commitments
                                .countKnown(lineIds, supplier)
                                .chain(known -> known == lineIds.size()
                                        ? Uni.createFrom().voidItem()
                                        : later(lineIds, supplier, tries)));
    }

    private Uni<Void> later(Set<UUID> lineIds, PartnerId supplier, int tries) {
        if (tries == 0) {
            throw new TaktException(
                    Category.UNAVAILABLE,
                    "SHARING_SERVICE_UNAVAILABLE",
                    "Whether all lines of the answer exist is not known: the newest publications have not arrived here yet.\nMaybe send it again, with the same request id, in a minute.");
        }
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(LAG_PAUSE)
                .chain(() -> awaitLines(lineIds, supplier, tries - 1));
    }
}
