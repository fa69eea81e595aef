package takt.engine.series;

import java.time.LocalDate;
import java.util.Arrays;
import takt.kernel.BucketCalendar;

/** Series of one part after another. */
final class Joining {

    private Joining() {}

    static DemandSeries cut(DemandSeries old, LocalDate until) {
        double[] values = old.values().clone();
        for (int t = 0; t < values.length; t++) {
            values[t] = old.calendar().plus(old.first(), t).isBefore(until) ? values[t] : Double.NaN;
        }
        return new DemandSeries(old.key(), old.calendar(), old.first(), values, old.season());
    }

    static LocalDate lastKnown(DemandSeries series) {
        int last = series.values().length - 1;
        while (last > 0 && Double.isNaN(series.values()[last])) {
            last--;
        }
        return series.calendar().plus(series.first(), last);
    }

    /** Bucket by bucket; one that only one of the two knows counts as that one knows it. */
    static DemandSeries sum(DemandSeries a, DemandSeries b) {
        BucketCalendar calendar = a.calendar();
        LocalDate first = a.first().isBefore(b.first()) ? a.first() : b.first();
        LocalDate last = lastKnown(b).isAfter(a.last()) ? lastKnown(b) : a.last();
        double[] values = new double[calendar.between(first, last) + 1];
        Arrays.setAll(values, t -> {
            double mine = a.at(calendar.plus(first, t));
            double other = b.at(calendar.plus(first, t));
            return Double.isNaN(mine) ? other : Double.isNaN(other) ? mine : mine + other;
        });
        return new DemandSeries(a.key(), calendar, first, values, a.season());
    }
}
