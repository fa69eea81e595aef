package takt.forecast.usecase.data.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import takt.engine.series.DemandSeries;
import takt.forecast.cleanse.Correction;
import takt.forecast.cleanse.Finding;
import takt.forecast.cleanse.Method;
import takt.forecast.cleanse.Standing;
import takt.forecast.cleanse.Subject;
import takt.forecast.master.PlantWeeks;
import takt.kernel.UnitCode;

/** Keeps corrections and what was decided about them. */
public interface CorrectionStore {

    /** A series as known now, without any correction. */
    record Observed(DemandSeries series, UnitCode unit, NavigableMap<LocalDate, Long> stock) {

        public Subject subject() {
            return new Subject(series.key(), series.calendar());
        }
    }

    /** What a search found in a series. */
    record Found(Subject subject, List<Finding> findings) {}

    /**
     * What came of findings.
     *
     * @param proposed new, or found again after they had lapsed
     * @param lapsed proposals that were not found again
     */
    record Outcome(long proposed, long lapsed) {

        public static final Outcome NONE = new Outcome(0, 0);

        public Outcome plus(Outcome more) {
            return new Outcome(proposed + more.proposed, lapsed + more.lapsed);
        }
    }

    /** Which corrections are meant; what is empty matches all. */
    record Filter(String part, Optional<Method> method, Optional<Standing> standing) {}

    /** A correction and who decided what about it. */
    record Recorded(Correction correction, Instant foundAt, String by, Optional<Instant> at, String note) {}

    /** Working days of weeks, by site and Monday. */
    Uni<Map<String, PlantWeeks>> plantWeeks();

    /** Series in order, after one; all series that have demand. */
    Uni<List<Observed>> series(Optional<Subject> after, int limit);

    Uni<Outcome> propose(List<Found> page, String by);

    /** In order of their ids, after one. */
    Uni<List<Recorded>> list(Filter filter, long after, int limit);

    Uni<List<Recorded>> find(List<Long> ids);

    /** All take the new standing, or none when one no longer stands as it is given; returns how many did. */
    Uni<Long> decide(List<Correction> corrections, Standing standing, String by, String note);
}
