package takt.capacity.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import takt.capacity.commitment.Answer;
import takt.capacity.commitment.AskedLine;
import takt.capacity.commitment.Commitment;
import takt.capacity.commitment.Judgement;
import takt.capacity.commitment.Reading;
import takt.capacity.usecase.port.CommitmentStore;
import takt.capacity.usecase.port.CommitmentStore.Decision;
import takt.kernel.PartnerId;
import takt.kernel.Week;
import takt.kit.Once;
import takt.kit.caller.Caller;
import takt.kit.db.Turns;
import takt.kit.error.TaktException;

/** Takes a supplier's answers, each judged on its own. */
@ApplicationScoped
public class CommitUseCase {

    /** The outcome of each answer, in the order of the request. */
    @FunctionalInterface
    public interface Response {
        byte[] encode(List<Judgement> judgements);
    }

    private record Slot(UUID line, Week week) {}

    private static final int MOST = 20_000;
    private static final Duration LAG_PAUSE = Duration.ofMillis(300);
    private static final int LAG_TRIES = 40;

    private final CommitmentStore commitments;
    private final MatchingUseCase matching;
    private final FollowUseCase following;
    private final Turns turns;

    CommitUseCase(CommitmentStore commitments, MatchingUseCase matching, FollowUseCase following, Turns turns) {
        this.turns = turns;
        this.following = following;
        this.commitments = commitments;
        this.matching = matching;
    }

    /** The encoded response; the same request again gives the first one. */
    public Uni<byte[]> submit(UUID requestId, List<Reading> readings, Caller caller, Response response) {
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
                        ? Uni.createFrom().item(before.get().response())
                        : awaitLines(lineIds, supplier, LAG_TRIES)
                                .chain(() -> turns.take(
                                        supplier.value(),
                                        () -> commitments.decide(
                                                requestId,
                                                content,
                                                caller,
                                                lineIds,
                                                (lines, inForce) ->
                                                        decide(readings, supplier, lines, inForce, response))))
                                .invoke(decision -> matching.request(supplier))
                                .map(Decision::response));
    }

    /**
     * A supplier may answer a publication before its copy has arrived here: unknown lines are waited for as long as the
     * copy lags behind, some seconds at most. What is unknown then is refused.
     */
    private Uni<Void> awaitLines(Set<UUID> lineIds, PartnerId supplier, int tries) {
        return following
                .isLevel()
                .chain(isLevel -> isLevel || tries == 0
                        ? Uni.createFrom().voidItem()
                        : commitments
                                .countKnown(lineIds, supplier)
                                .chain(known -> known == lineIds.size()
                                        ? Uni.createFrom().voidItem()
                                        : Uni.createFrom()
                                                .voidItem()
                                                .onItem()
                                                .delayIt()
                                                .by(LAG_PAUSE)
                                                .chain(() -> awaitLines(lineIds, supplier, tries - 1))));
    }

    private static Decision decide(
            List<Reading> readings,
            PartnerId supplier,
            List<AskedLine> lines,
            List<Commitment> inForce,
            Response response) {
        Map<UUID, AskedLine> byId = lines.stream().collect(Collectors.toMap(AskedLine::id, Function.identity()));
        Map<Slot, Commitment> current = new HashMap<>();
        inForce.forEach(c -> current.put(slot(c.answer()), c));
        Map<Slot, Commitment> accepted = new HashMap<>();
        List<Judgement> judgements = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading instanceof Reading.Unreadable unreadable) {
                judgements.add(new Judgement.Refused(unreadable.code(), unreadable.message()));
                continue;
            }
            Answer answer = (Answer) reading;
            Slot slot = slot(answer);
            if (accepted.containsKey(slot)) {
                judgements.add(new Judgement.Refused(
                        "WEEK_INVALID",
                        "The line (%s) is answered twice for week %s; keep one answer."
                                .formatted(answer.lineId(), answer.week())));
                continue;
            }
            Judgement judgement = Judgement.of(
                    answer,
                    supplier,
                    Optional.ofNullable(byId.get(answer.lineId())),
                    Optional.ofNullable(current.get(slot)));
            if (judgement instanceof Judgement.Accepted fresh) {
                accepted.put(slot, fresh.commitment());
            }
            judgements.add(judgement);
        }
        return new Decision(List.copyOf(accepted.values()), response.encode(judgements));
    }

    private static Slot slot(Answer answer) {
        return new Slot(answer.lineId(), answer.week());
    }
}
