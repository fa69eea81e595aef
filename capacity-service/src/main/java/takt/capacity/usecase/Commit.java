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
import takt.kit.error.TaktException;

/** Takes a supplier's answers, each judged on its own. */
@ApplicationScoped
public class Commit {

    private static final int MOST = 20_000;
    private static final Duration LAG_PAUSE = Duration.ofMillis(300);
    /** Longer than a follower pauses before it tries again. */
    private static final Duration LAG = Duration.ofSeconds(12);

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
                        : awaitLines(lineIds, supplier, System.nanoTime() + LAG.toNanos())
                                .chain(isLevel -> turns.take(
                                        supplier.value(),
                                        () -> commitments.decide(
                                                requestId,
                                                content,
                                                caller,
                                                lineIds,
                                                (lines, inForce) ->
                                                        Submission.of(readings, supplier, lines, inForce, isLevel))))
                                .invoke(submission -> matching.request(supplier))
                                .map(Submission::outcome));
    }

    /**
     * Whether what is unknown here does not exist. A supplier may answer a publication before its copy has arrived: unknown
     * lines are waited for as long as the copy lags behind, some seconds at most.
     *
     * @param until nanoseconds of this process' clock
     */
    private Uni<Boolean> awaitLines(Set<UUID> lineIds, PartnerId supplier, long until) {
        return following
                .isLevel()
                .chain(isLevel -> isLevel
                        ? Uni.createFrom().item(true)
                        : commitments
                                .countKnown(lineIds, supplier)
                                .chain(known -> known == lineIds.size() || System.nanoTime() > until
                                        ? Uni.createFrom().item(false)
                                        : Uni.createFrom()
                                                .voidItem()
                                                .onItem()
                                                .delayIt()
                                                .by(LAG_PAUSE)
                                                .chain(() -> awaitLines(lineIds, supplier, until))));
    }
}
