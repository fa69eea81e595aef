package takt.engine.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import takt.engine.features.UsageLink;
import takt.kernel.BucketCalendar;

/**
 * Holds a forecast to the time in which its part is the one that is used: nothing is expected before it takes its
 * predecessor's place, nothing after its successor took it, and nothing after the last day on which a vehicle needs it. A
 * model that reads a schedule knows the end, and the service demand after it, by itself; what it calls off before the build
 * begins as many buckets earlier. In a week that is closed at every year's end nothing is expected. What was not heard of is less sure, and no mean lies outside its own band.
 */
public final class Used {

    private static final Prediction NOTHING = Prediction.spread(0, 0);
    private static final Set<String> READ_THE_SCHEDULE =
            Set.of("schedule-driven", "schedule-regression", "blend-schedule");

    private static final double WIDEST = 4;
    /** By known buckets. */
    private static final double[] SHORT = {1, 2, 1.5, 1.25};

    private static final int FAR = 5;

    private Used() {}

    /**
     * @param path one prediction per step after the context's origin
     * @param state what the model had learnt
     */
    public static Prediction[] only(Prediction[] path, SeriesContext context, FittedState state) {
        boolean readsSchedule = READ_THE_SCHEDULE.contains(state.model());
        int lead = state.arrays().containsKey("lead") ? (int) state.value("lead") : 0;
        BucketCalendar calendar = context.history().calendar();
        Optional<LocalDate> lastUse = lastUse(context);
        Prediction[] held = path.clone();
        for (int h = 1; h <= path.length; h++) {
            boolean isYetToCome = context.history().inUse().isYetToCome(calendar.plus(context.origin(), h + lead));
            LocalDate bucket = calendar.plus(context.origin(), h);
            boolean isEnded = lastUse.filter(bucket::isAfter).isPresent();
            if (isYetToCome
                    || context.closure().isClosed(bucket)
                    || !readsSchedule && (isEnded || isReplaced(context, bucket))) {
                held[h - 1] = NOTHING;
            }
        }
        double doubt = Math.max(staleness(context), shortness(context));
        Sporadic sporadic = Sporadic.of(state.model(), context.history());
        for (int h = 0; h < held.length; h++) {
            Prediction step = held[h] == NOTHING ? NOTHING : sporadic.judge(held[h]);
            held[h] = Inside.of(Stretched.of(step, doubt));
        }
        return held;
    }

    /** How much wider the spread is for a part of which hardly anything is known: one value says nothing of it. */
    private static double shortness(SeriesContext context) {
        int known = KnownValues.count(context.history().values());
        return known == 0 || known >= SHORT.length || context.programme().isPresent() ? 1 : SHORT[known];
    }

    /**
     * How much wider the spread is for what was not seen: a month without report counts a third of what was seen. The
     * first is only late, and every model was held out with it.
     */
    private static double staleness(SeriesContext context) {
        double[] y = context.history().values();
        int unknown = 0;
        while (unknown < y.length && Double.isNaN(y[y.length - 1 - unknown])) {
            unknown++;
        }
        if (unknown == y.length) {
            return 1;
        }
        double months =
                Math.max(0, unknown * 12.0 / Math.max(12, context.history().season()) - 1);
        return Math.min(WIDEST, Math.sqrt(1 + months / 3));
    }

    /** The last day on which a vehicle needs the part, if the schedule's book knows one after the origin. */
    public static Optional<LocalDate> lastUse(SeriesContext context) {
        LocalDate after = context.history().calendar().plus(context.origin(), 1);
        return context.programme()
                .flatMap(book -> book.usage(context.history().key().part().value()).stream()
                        .map(UsageLink::to)
                        .max(Comparator.naturalOrder()))
                .filter(day -> !day.isBefore(after) && day.isBefore(after.plusYears(FAR)));
    }

    /** What is demanded of a replaced part since speaks for itself; without any, nothing is expected. */
    private static boolean isReplaced(SeriesContext context, LocalDate bucket) {
        return context.history().inUse().isOver(bucket)
                && !context.history().inUse().isOver(context.history().first());
    }
}
