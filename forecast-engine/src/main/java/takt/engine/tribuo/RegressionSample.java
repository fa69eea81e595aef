package takt.engine.tribuo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import takt.engine.features.RegressionFeatures;
import takt.engine.model.Regression;
import takt.engine.model.ScheduleSignals;
import takt.engine.model.SeriesContext;
import takt.engine.selection.Segment;

/** What regressions learn from: each row is a series cut at a past origin and asked for a step that is known by now. */
final class RegressionSample {

    private static final int MAX_ROWS = 60_000;
    private static final int DRAWS_PER_BUCKET = 3;
    private static final int SHORTEST = 6;
    private static final int LINEAR_STRIDE = 4; // thirty coefficients need no more
    private static final double LEAST_LINEAR = 0.25; // where a single piece is no large multiple of the scale

    private final TrainingIdentity identity;
    private final int horizon;
    private final int perSeries;
    private final boolean ofDemand;
    private final boolean ofSchedules;
    private final SplittableRandom random;
    private final MutableDataset<Regressor> rows;
    private final MutableDataset<Regressor> linearRows;
    private final MutableDataset<Regressor> ratioRows;
    private final Map<Segment, MutableDataset<Regressor>> bySegment = new TreeMap<>();

    /** @param series how many series will be heard; about {@link #MAX_ROWS} rows come from all of them alike */
    RegressionSample(TrainingIdentity identity, int horizon, int series, Set<Regression> kinds) {
        this.identity = identity;
        this.horizon = horizon;
        this.perSeries = Math.max(1, MAX_ROWS / Math.max(1, series));
        this.ofSchedules = kinds.contains(Regression.SCHEDULE_RATIO);
        this.ofDemand = !EnumSet.of(Regression.SCHEDULE_RATIO).containsAll(kinds);
        this.random = new SplittableRandom(identity.seed());
        this.rows = dataset();
        this.linearRows = dataset();
        this.ratioRows = dataset();
    }

    private MutableDataset<Regressor> dataset() {
        return new MutableDataset<>(identity.source(), new RegressionFactory());
    }

    Dataset<Regressor> rows() {
        return rows;
    }

    Dataset<Regressor> linearRows() {
        return linearRows;
    }

    Map<Segment, MutableDataset<Regressor>> bySegment() {
        return bySegment;
    }

    /** Their weights have mean 1, so that parameters mean the same whatever the parts' volumes. */
    Dataset<Regressor> ratioRows() {
        double sum = 0;
        for (Example<Regressor> row : ratioRows) {
            sum += row.getWeight();
        }
        for (Example<Regressor> row : ratioRows) {
            row.setWeight((float) (row.getWeight() * ratioRows.size() / sum));
        }
        return ratioRows;
    }

    void hear(SeriesContext context) {
        if (ofSchedules && context.programme().isPresent()) {
            hearSchedule(context);
        }
        if (ofDemand) {
            hearDemand(context);
        }
    }

    /** Draws origins and steps. */
    private void hearDemand(SeriesContext context) {
        double[] y = context.history().values();
        MutableDataset<Regressor> ofSegment = bySegment.computeIfAbsent(Segment.of(context), s -> dataset());
        int draws = Math.min(perSeries, DRAWS_PER_BUCKET * y.length);
        for (int i = 0; i < draws && y.length > SHORTEST + 1; i++) {
            int origin = SHORTEST + random.nextInt(y.length - SHORTEST - 1);
            int step = 1 + random.nextInt(Math.min(horizon, y.length - 1 - origin));
            if (!Double.isNaN(y[origin + step])) {
                LocalDate cut =
                        context.history().calendar().plus(context.history().first(), origin);
                RegressionFeatures features =
                        new RegressionFeatures(context.history().until(cut));
                Example<Regressor> row = RegressionRows.example(
                        new Regressor("y", y[origin + step] / features.scale()),
                        features.row(step, context.plannedAsOf(cut, step)));
                if (rows.size() % LINEAR_STRIDE == 0 && features.scale() > LEAST_LINEAR) {
                    linearRows.add(RegressionRows.bounded(row));
                }
                rows.add(row);
                ofSegment.add(row);
            }
        }
    }

    /** Takes origins that lie evenly over the past, with all their steps. */
    private void hearSchedule(SeriesContext context) {
        ScheduleSignals signals = new ScheduleSignals(context);
        List<Integer> origins = signals.origins();
        int most = Math.max(1, perSeries / horizon);
        int apart = (origins.size() + most - 1) / most;
        for (int i = 0; i < origins.size(); i += apart) {
            ScheduleSignals.Origin origin = signals.at(origins.get(i));
            for (int step = 1; step <= Math.min(horizon, signals.known(origins.get(i))); step++) {
                if (!Double.isNaN(origin.ratio(step))) {
                    ratioRows.add(RegressionRows.learnt(origin, step));
                }
            }
        }
    }
}
