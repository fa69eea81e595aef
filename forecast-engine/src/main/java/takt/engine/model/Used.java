package takt.engine.model;

import java.time.LocalDate;
import java.util.Set;
import takt.kernel.BucketCalendar;

/**
 * Holds a forecast to the time in which its part is the one that is used: nothing is expected before it takes its
 * predecessor's place, and nothing after its successor took it. A model that reads a schedule knows the end, and the
 * service demand after it, by itself; what it calls off before the build begins as many buckets earlier.
 */
public final class Used {

    private static final Prediction NOTHING = Prediction.spread(0, 0);
    private static final Set<String> READ_THE_SCHEDULE = Set.of("schedule-driven", "schedule-regression");

    private Used() {}

    /**
     * @param path one prediction per step after the context's origin
     * @param state what the model had learnt
     */
    public static Prediction[] only(Prediction[] path, SeriesContext context, FittedState state) {
        boolean readsSchedule = READ_THE_SCHEDULE.contains(state.model());
        int lead = readsSchedule ? (int) state.value("lead") : 0;
        BucketCalendar calendar = context.history().calendar();
        Prediction[] held = path.clone();
        for (int h = 1; h <= path.length; h++) {
            boolean isYetToCome = context.history().inUse().isYetToCome(calendar.plus(context.origin(), h + lead));
            if (isYetToCome || !readsSchedule && isReplaced(context, calendar.plus(context.origin(), h))) {
                held[h - 1] = NOTHING;
            }
        }
        return held;
    }

    /** What is demanded of a replaced part since speaks for itself; without any, nothing is expected. */
    private static boolean isReplaced(SeriesContext context, LocalDate bucket) {
        return context.history().inUse().isOver(bucket)
                && !context.history().inUse().isOver(context.history().first());
    }
}
