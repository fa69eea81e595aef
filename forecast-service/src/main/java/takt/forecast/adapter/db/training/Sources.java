package takt.forecast.adapter.db.training;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.engine.series.Succession;
import takt.forecast.cleanse.Correction;
import takt.forecast.cleanse.Corrections;
import takt.forecast.cleanse.Subject;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;

/** Demand of a part at a site and of those whose place it takes. */
record Sources(SeriesKey key, Map<PartNumber, DemandSeries> byPart, List<Correction> used) {

    /** When a series begins that has not begun at any origin. */
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

    Sources(SeriesKey key) {
        this(key, new HashMap<>(), new ArrayList<>());
    }

    void add(Row row, BucketCalendar calendar, Corrections corrections) {
        LocalDate[] buckets = row.getArrayOfLocalDates("buckets");
        if (buckets == null) {
            return;
        }
        Long[] quantities = row.getArrayOfLongs("quantities");
        SortedMap<LocalDate, Long> known = new TreeMap<>();
        for (int i = 0; i < buckets.length; i++) {
            known.put(buckets[i], quantities[i]);
        }
        SeriesKey source = new SeriesKey(new PartNumber(row.getString("source")), key.site());
        used.addAll(corrections.apply(new Subject(source, calendar), known));
        SortedMap<LocalDate, Double> demand = new TreeMap<>();
        known.forEach((bucket, quantity) -> demand.put(bucket, quantity / 1000.0));
        byPart.put(source.part(), DemandSeries.of(source, calendar, demand));
    }

    DemandSeries demand(Succession succession, BucketCalendar calendar) {
        return succession
                .inherit(key.part(), byPart)
                .orElseGet(() -> new DemandSeries(key, calendar, calendar.floor(NEVER), new double[] {Double.NaN}));
    }
}
