package takt.capacity.commitment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import takt.kernel.PartnerId;
import takt.kernel.Week;

/**
 * What the answers of a request lead to.
 *
 * @param commitments those that are new or change what was in force
 */
public record Submission(List<Commitment> commitments, Outcome outcome) {

    /**
     * What became of the answers; it is remembered for when the request comes again, by whatever way.
     *
     * @param accepted answers that were new or changed what was in force
     * @param unchanged answers that said what was in force already
     */
    public record Outcome(int accepted, int unchanged, List<Refusal> refusals) {}

    /**
     * Why an answer was not taken.
     *
     * @param index place of the answer in its request, from 0
     */
    public record Refusal(int index, String code, String message) {}

    private record Slot(UUID line, Week week) {}

    /**
     * Judges each answer on its own.
     *
     * @param lines those that answers name
     * @param inForce commitments on these lines
     * @param isLevel whether every publication is known here
     */
    public static Submission of(
            List<Reading> readings,
            PartnerId supplier,
            List<AskedLine> lines,
            List<Commitment> inForce,
            boolean isLevel) {
        Map<UUID, AskedLine> byId = lines.stream().collect(Collectors.toMap(AskedLine::id, Function.identity()));
        Map<Slot, Commitment> current = new HashMap<>();
        inForce.forEach(c -> current.put(slot(c.answer()), c));
        Map<Slot, Commitment> accepted = new HashMap<>();
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Judgement judgement = judge(readings.get(i), supplier, byId, current, accepted, isLevel);
            if (judgement instanceof Judgement.Accepted fresh) {
                accepted.put(slot(fresh.commitment().answer()), fresh.commitment());
            } else if (judgement instanceof Judgement.Refused refused) {
                refusals.add(new Refusal(i, refused.code(), refused.message()));
            }
        }
        int unchanged = readings.size() - accepted.size() - refusals.size();
        return new Submission(List.copyOf(accepted.values()), new Outcome(accepted.size(), unchanged, refusals));
    }

    private static Judgement judge(
            Reading reading,
            PartnerId supplier,
            Map<UUID, AskedLine> lines,
            Map<Slot, Commitment> current,
            Map<Slot, Commitment> accepted,
            boolean isLevel) {
        if (reading instanceof Reading.Unreadable unreadable) {
            return new Judgement.Refused(unreadable.code(), unreadable.message());
        }
        Answer answer = (Answer) reading;
        if (accepted.containsKey(slot(answer))) {
            return new Judgement.Refused(
                    "WEEK_INVALID",
                    "The line (%s) is answered twice for week %s; keep one answer."
                            .formatted(answer.lineId(), answer.week()));
        }
        return Judgement.of(
                answer,
                supplier,
                Optional.ofNullable(lines.get(answer.lineId())),
                Optional.ofNullable(current.get(slot(answer))),
                isLevel);
    }

    private static Slot slot(Answer answer) {
        return new Slot(answer.lineId(), answer.week());
    }
}
