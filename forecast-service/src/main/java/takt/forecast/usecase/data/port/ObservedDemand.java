package takt.forecast.usecase.data.port;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import takt.engine.series.DemandSeries;
import takt.forecast.cleanse.Subject;
import takt.forecast.master.PlantWeeks;
import takt.kernel.UnitCode;

/** Demand as it came, and what lies around it. */
public interface ObservedDemand {

    /** A series as known now, without any correction. */
    record Observed(DemandSeries series, UnitCode unit, NavigableMap<LocalDate, Long> stock) {

        public Subject subject() {
            return new Subject(series.key(), series.calendar());
        }
    }

    /** Working days of weeks, by site and Monday. */
    Uni<Map<String, PlantWeeks>> plantWeeks();

    /** Series in order, after one; all series that have demand. */
    Uni<List<Observed>> series(Optional<Subject> after, int limit);
}
