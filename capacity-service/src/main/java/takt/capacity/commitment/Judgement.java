package takt.capacity.commitment;

import java.util.Arrays;
import java.util.Optional;
import takt.kernel.PartnerId;

/** What becomes of an answer. */
public sealed interface Judgement {

    /** How many times what was asked for looks like a slip. */
    long FAR = 100;

    /** It is new or changes what was in force. */
    record Accepted(Commitment commitment) implements Judgement {}

    /** It says what is in force already. */
    record Unchanged() implements Judgement {}

    /** It is not taken; {@code code} is the reason, {@code message} says what may help. */
    record Refused(String code, String message) implements Judgement {}

    /**
     * Judges an answer. A line of somebody else does not exist for the caller.
     *
     * @param line the line the answer names, if there is one
     * @param inForce the answer in force for the same line and week, if there is one
     * @param isLevel whether every publication is known here; else nobody can say that a line does not exist
     */
    static Judgement of(
            Answer answer, PartnerId caller, Optional<AskedLine> line, Optional<Commitment> inForce, boolean isLevel) {
        if (line.isEmpty() || !line.get().supplier().equals(caller)) {
            return isLevel
                    ? new Refused("LINE_UNKNOWN", "There is no publication line (%s).".formatted(answer.lineId()))
                    : new Refused(
                            "LINE_NOT_ARRIVED",
                            "Whether there is a publication line (%s) is not known: the newest publications have not arrived here yet.%nMaybe send the answer again in a minute, in a new request."
                                    .formatted(answer.lineId()));
        }
        AskedLine asked = line.get();
        if (!asked.current()) {
            return new Refused(
                    "PUBLICATION_SUPERSEDED",
                    "A newer publication has replaced the one of line (%s); answer that.".formatted(asked.id()));
        }
        if (!asked.covers(answer.week())) {
            return new Refused(
                    "WEEK_OUTSIDE_PUBLICATION",
                    "The week (%s) is not among the %d weeks from %s."
                            .formatted(answer.week(), asked.demand().length, asked.firstWeek()));
        }
        Optional<Refused> implausible = implausible(answer, asked);
        if (implausible.isPresent()) {
            return implausible.get();
        }
        boolean shortOfDemand = answer.committed() < asked.demandOf(answer.week());
        if (shortOfDemand && answer.reason() == ShortfallReason.UNSPECIFIED) {
            return new Refused(
                    "REASON_MISSING",
                    "The commitment (%d of %d thousandths) is short; say why."
                            .formatted(answer.committed(), asked.demandOf(answer.week())));
        }
        if (inForce.isPresent() && inForce.get().answer().saysTheSameAs(answer)) {
            return new Unchanged();
        }
        return new Accepted(
                new Commitment(asked, answer, inForce.map(c -> c.revision() + 1).orElse(1)));
    }

    /** An amount that is so far beyond what was asked for that it may be a slip. */
    private static Optional<Refused> implausible(Answer answer, AskedLine asked) {
        long largest = Arrays.stream(asked.demand()).max().orElse(0);
        if (!answer.confirmed() && largest > 0 && answer.committed() / FAR > largest) {
            return Optional.of(new Refused(
                    "QUANTITY_IMPLAUSIBLE",
                    "The commitment (%d thousandths) is more than %d times the line's largest week (%d).%nMaybe the unit is another one; if it is meant, say so with `confirmed`."
                            .formatted(answer.committed(), FAR, largest)));
        }
        return Optional.empty();
    }
}
