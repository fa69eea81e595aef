package takt.forecast.usecase.data.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import takt.forecast.cleanse.Correction;
import takt.forecast.cleanse.Finding;
import takt.forecast.cleanse.Method;
import takt.forecast.cleanse.Standing;
import takt.forecast.cleanse.Subject;

/** Keeps corrections and what was decided about them. */
public interface CorrectionStore {

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

    /** Writes what {@link takt.forecast.cleanse.Proposals} makes of findings, with no decision in between. */
    Uni<Outcome> propose(List<Found> page, String by);

    /** In order of their ids, after one. */
    Uni<List<Recorded>> list(Filter filter, long after, int limit);

    Uni<List<Recorded>> find(List<Long> ids);

    /** All take the new standing, or none when one no longer stands as it is given; returns how many did. */
    Uni<Long> decide(List<Correction> corrections, Standing standing, String by, String note);
}
