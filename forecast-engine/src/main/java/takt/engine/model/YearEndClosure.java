package takt.engine.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import takt.engine.series.DemandSeries;
import takt.kernel.BucketCalendar;

/**
 * Weeks of the year's end in which nothing is called off, as the history of a part shows it: the week that holds 25
 * December, the one that holds 1 January, or both. A week counts as closed when every known one like it was still, and
 * chance alone would hardly have it so; a part that is rarely called off anyway shows nothing.
 *
 * @param christmas whether the week of 25 December is closed
 * @param newYear whether the week of 1 January is closed
 * @param working Mondays of weeks in which the plant is known to work all the same
 */
public record YearEndClosure(boolean christmas, boolean newYear, Set<LocalDate> working) {

    /** No week is closed. */
    public static final YearEndClosure NONE = new YearEndClosure(false, false, Set.of());

    private static final MonthDay CHRISTMAS = MonthDay.of(12, 25);
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);
    private static final double STILL = 0.05;
    private static final double CHANCE = 0.05;

    /** What a history shows; of days and months nothing. */
    public static YearEndClosure of(DemandSeries history) {
        if (history.calendar() != BucketCalendar.ISO_WEEK) {
            return NONE;
        }
        Weeks christmas = new Weeks();
        Weeks newYear = new Weeks();
        Weeks others = new Weeks();
        double still = STILL * meanOfOthers(history);
        for (int t = 0; t < history.values().length; t++) {
            LocalDate week = history.first().plusWeeks(t);
            Weeks kind = holds(week, CHRISTMAS) ? christmas : holds(week, NEW_YEAR) ? newYear : others;
            kind.hear(history.values()[t], still);
        }
        return new YearEndClosure(christmas.isClosedBeside(others), newYear.isClosedBeside(others), Set.of());
    }

    /** The same where the plant is known to work in some weeks, named by their Mondays. */
    public YearEndClosure but(Set<LocalDate> weeks) {
        return new YearEndClosure(christmas, newYear, weeks);
    }

    public boolean isClosed(LocalDate week) {
        return (christmas && holds(week, CHRISTMAS) || newYear && holds(week, NEW_YEAR)) && !working.contains(week);
    }

    /** The same history in which closed weeks are unknown: they say nothing of what an open week calls off. */
    DemandSeries unknownIn(DemandSeries history) {
        if (!christmas && !newYear) {
            return history;
        }
        double[] open = history.values().clone();
        for (int t = 0; t < open.length; t++) {
            if (isClosed(history.first().plusWeeks(t))) {
                open[t] = Double.NaN;
            }
        }
        return new DemandSeries(
                history.key(), history.calendar(), history.first(), open, history.season(), history.inUse());
    }

    private static double meanOfOthers(DemandSeries history) {
        double sum = 0;
        int n = 0;
        for (int t = 0; t < history.values().length; t++) {
            LocalDate week = history.first().plusWeeks(t);
            double y = history.values()[t];
            if (!Double.isNaN(y) && !holds(week, CHRISTMAS) && !holds(week, NEW_YEAR)) {
                sum += y;
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }

    /** A week may begin in the year before. */
    private static boolean holds(LocalDate week, MonthDay day) {
        return YearEnd.holds(week, day.atYear(week.getYear())) || YearEnd.holds(week, day.atYear(week.getYear() + 1));
    }

    /** KnownValues weeks of one kind, and how many of them were still. */
    private static final class Weeks {

        private int known;
        private int still;

        void hear(double demand, double atMost) {
            if (!Double.isNaN(demand)) {
                known++;
                still += demand <= atMost ? 1 : 0;
            }
        }

        /** All were still, though by the share of the others that are still this was to be expected in 1 of 20 cases. */
        boolean isClosedBeside(Weeks others) {
            double share = (others.still + 1.0) / (others.known + 1.0);
            return known > 0 && still == known && Math.pow(share, known) < CHANCE;
        }
    }
}
