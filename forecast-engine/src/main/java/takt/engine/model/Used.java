package takt.engine.model;

import java.time.LocalDate;
import java.util.Optional;
import takt.engine.features.ProgrammeBook;

/**
 * Holds a forecast to the time in which its part is the one that is used: nothing is expected before it takes its
 * predecessor's place, and nothing after its successor took it. Where a schedule tells what is needed, that knows the
 * end, and the service demand after it.
 */
public final class Used {

    private static final Prediction NOTHING = Prediction.spread(0, 0);

    private Used() {}

    /** @param path one prediction per step after the context's origin */
    public static Prediction[] only(Prediction[] path, SeriesContext context) {
        Prediction[] held = path.clone();
        for (int h = 1; h <= path.length; h++) {
            LocalDate bucket = context.history().calendar().plus(context.origin(), h);
            if (context.history().inUse().isYetToCome(bucket) || isReplaced(context, bucket)) {
                held[h - 1] = NOTHING;
            }
        }
        return held;
    }

    /** What is demanded of a replaced part since speaks for itself; without any, nothing is expected. */
    private static boolean isReplaced(SeriesContext context, LocalDate bucket) {
        Optional<ProgrammeBook> programme = context.programme();
        return programme.isEmpty()
                && context.history().inUse().isOver(bucket)
                && !context.history().inUse().isOver(context.history().first());
    }
}
