package takt.forecast.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.kernel.BucketCalendar;

/** What the readers of a version must know of one calendar's series; heard from many threads. */
public final class VersionRemarks {

    /** A series that has been silent, and how many buckets. */
    private record Silent(SeriesKey key, LocalDate last, int buckets) {

        static Silent longer(Silent a, Silent b) {
            int order = a.buckets != b.buckets ? b.buckets - a.buckets : a.key.compareTo(b.key);
            return order <= 0 ? a : b;
        }
    }

    private final BucketCalendar calendar;
    private final LocalDate origin;
    private final AtomicInteger series = new AtomicInteger();
    private final AtomicInteger leftOut = new AtomicInteger();
    private final AtomicReference<@Nullable SeriesKey> anyLeftOut = new AtomicReference<>();
    private final AtomicInteger silent = new AtomicInteger();
    private final AtomicReference<@Nullable Silent> longest = new AtomicReference<>();

    /** @param origin last bucket that the version may know */
    public VersionRemarks(BucketCalendar calendar, LocalDate origin) {
        this.calendar = calendar;
        this.origin = origin;
    }

    /** A series whose model cannot be brought up to the origin. */
    void leftOut(SeriesKey key) {
        leftOut.incrementAndGet();
        anyLeftOut.updateAndGet(any -> any != null && any.compareTo(key) <= 0 ? any : key);
    }

    /** A series that is forecast; it counts as silent from two months, four weeks or seven days without any report on. */
    void forecast(DemandSeries history) {
        series.incrementAndGet();
        double[] y = history.values();
        int unknown = 0;
        while (unknown < y.length && Double.isNaN(y[y.length - 1 - unknown])) {
            unknown++;
        }
        if (unknown >= patience() && unknown < y.length && !history.inUse().isOver(origin)) {
            silent.incrementAndGet();
            Silent one = new Silent(history.key(), calendar.plus(origin, -unknown), unknown);
            longest.updateAndGet(other -> other == null ? one : Silent.longer(other, one));
        }
    }

    private int patience() {
        return switch (calendar) {
            case DAY -> 7;
            case ISO_WEEK -> 4;
            case MONTH -> 2;
        };
    }

    /** One sentence each, the origin first; none where there is no series. */
    public List<String> sentences() {
        List<String> all = new ArrayList<>();
        String bucket =
                switch (calendar) {
                    case DAY -> "day";
                    case ISO_WEEK -> "week";
                    case MONTH -> "month";
                };
        if (series.get() > 0) {
            all.add("%,d series by %s answer from what is known up to the %s of %s."
                    .formatted(series.get(), bucket, bucket, origin));
        }
        Optional.ofNullable(longest.get())
                .ifPresent(l -> all.add(
                        "%,d series by %s have not been heard of lately; longest %s, since the %s of %s (%d unknown)."
                                .formatted(silent.get(), bucket, l.key(), bucket, l.last(), l.buckets())));
        Optional.ofNullable(anyLeftOut.get())
                .ifPresent(key -> all.add(
                        "%,d series by %s are left out, for example %s: what was learnt of them cannot be brought up to this origin; train again."
                                .formatted(leftOut.get(), bucket, key)));
        return all;
    }
}
