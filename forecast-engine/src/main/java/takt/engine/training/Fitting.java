package takt.engine.training;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import takt.engine.backtest.Fold;
import takt.engine.model.FittedState;
import takt.engine.model.SeriesContext;
import takt.engine.selection.Champions;
import takt.engine.selection.Choice;
import takt.engine.selection.Segment;
import takt.engine.series.SeriesKey;

/** Fits every series' champion on all that is known. */
public record Fitting(Field field, Champions champions, Map<Segment, SpreadCalibration> calibrations) {

    /** A series, the forecaster it got and why, and what that learnt from how many buckets. */
    public record TrainedSeries(SeriesKey key, Segment segment, Choice choice, FittedState state, int buckets) {}

    /** @param now the series cut at the last known bucket */
    public List<TrainedSeries> fit(Fold now, Runnable afterEach) {
        List<Field.Chosen> chosen = field.chosen(now, champions);
        return IntStream.range(0, chosen.size())
                .parallel()
                .mapToObj(i -> {
                    SeriesContext context = now.contexts().get(i);
                    FittedState learnt = chosen.get(i).forecaster().learn(context, now.pool());
                    Segment segment = Segment.of(context);
                    SpreadCalibration spread = calibrations.getOrDefault(segment, SpreadCalibration.UNTAUGHT);
                    afterEach.run();
                    return new TrainedSeries(
                            now.key(i),
                            segment,
                            chosen.get(i).choice(),
                            spread.in(learnt),
                            context.history().values().length);
                })
                .toList();
    }
}
