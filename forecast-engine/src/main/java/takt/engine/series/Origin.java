package takt.engine.series;

import java.time.LocalDate;

/** The last bucket that a forecast may know, series by series. */
public sealed interface Origin {

    LocalDate of(DemandSeries series);

    /** An origin some buckets before this one. */
    Origin earlier(DemandSeries anyOfTheCalendar, int buckets);

    /** The same bucket for all. */
    record Common(LocalDate bucket) implements Origin {

        @Override
        public LocalDate of(DemandSeries series) {
            return bucket;
        }

        @Override
        public Origin earlier(DemandSeries anyOfTheCalendar, int buckets) {
            return new Common(anyOfTheCalendar.calendar().plus(bucket, -buckets));
        }

        @Override
        public String toString() {
            return bucket.toString();
        }
    }

    /** Each series' own last bucket, less some. */
    record OwnLast(int back) implements Origin {

        @Override
        public LocalDate of(DemandSeries series) {
            return series.calendar().plus(series.last(), -back);
        }

        @Override
        public Origin earlier(DemandSeries anyOfTheCalendar, int buckets) {
            return new OwnLast(back + buckets);
        }

        @Override
        public String toString() {
            return back == 0 ? "each series' last bucket" : "each series' last bucket less " + back;
        }
    }
}
