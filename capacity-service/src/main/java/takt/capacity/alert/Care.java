package takt.capacity.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who looks after an alert.
 *
 * @param acknowledgedAt when somebody first said so; empty as long as nobody did
 * @param acknowledgedBy who it was; empty without one
 * @param note what is done about it
 * @param owner who is to settle it; empty for nobody
 * @param due the day by which
 */
public record Care(
        Optional<Instant> acknowledgedAt, String acknowledgedBy, String note, String owner, Optional<LocalDate> due) {

    public static final Care NOBODY = new Care(Optional.empty(), "", "", "", Optional.empty());

    /** What a person does about an alert. */
    public sealed interface Step {}

    /** Somebody looks after it. A word takes the place of the one before, no word leaves it. */
    public record Acknowledged(String note) implements Step {}

    /** Nobody does after all. */
    public record Reopened() implements Step {}

    /** Somebody is to settle it. */
    public record Assigned(String owner, Optional<LocalDate> due) implements Step {}

    /** A step that was taken. */
    public record Taken(Step step, String by, Instant at) {}

    /** The care after a step; the same where it changes nothing. */
    public Care after(Taken taken) {
        if (taken.step() instanceof Acknowledged acknowledged) {
            String word = acknowledged.note().isEmpty() ? note : acknowledged.note();
            return acknowledgedAt.isPresent()
                    ? new Care(acknowledgedAt, acknowledgedBy, word, owner, due)
                    : new Care(Optional.of(taken.at()), taken.by(), word, owner, due);
        }
        if (taken.step() instanceof Assigned assigned) {
            return new Care(acknowledgedAt, acknowledgedBy, note, assigned.owner(), assigned.due());
        }
        return new Care(Optional.empty(), "", "", owner, due);
    }
}
