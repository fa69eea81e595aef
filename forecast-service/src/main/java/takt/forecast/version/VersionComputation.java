package takt.forecast.version;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import takt.engine.Explanation;
import takt.engine.Forecasting;
import takt.engine.backtest.Survey;
import takt.engine.features.ProgrammeBook;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.series.SeriesKey;
import takt.engine.tribuo.RegressionModel;
import takt.engine.tribuo.SeriesModel;
import takt.kernel.BucketCalendar;

/** Forecasts the series of one calendar with their stored models. */
public final class VersionComputation {

    /** A stored model of a series and why it was chosen. */
    public record StoredModel(SeriesKey key, String reason, byte[] artifact) {}

    /** What a part is: its unit and category. */
    public record PartKind(takt.kernel.UnitCode unit, takt.kernel.DemandCategory category) {}

    private final LocalDate origin;
    private final int horizon;
    private final Map<SeriesKey, SeriesContext> contexts;
    private final Forecasting forecasting;
    private final Function<String, PartKind> kinds;

    public VersionComputation(
            List<DemandSeries> series,
            Optional<ProgrammeBook> programme,
            Optional<byte[]> regression,
            LocalDate origin,
            int horizon,
            Function<String, PartKind> kinds) {
        this.origin = origin;
        this.horizon = horizon;
        this.kinds = kinds;
        List<DemandSeries> begun = series.stream().filter(s -> s.begins(origin)).toList();
        Survey survey = new Survey(new Origin.Common(origin), horizon, programme);
        survey.hear(begun);
        this.contexts = survey.pooling().vantage().fold(begun).contexts().stream()
                .collect(Collectors.toMap(c -> c.history().key(), Function.identity()));
        this.forecasting =
                new Forecasting(regression.map(RegressionModel::fromBytes), List.copyOf(contexts.values()), horizon);
    }

    public ForecastLine line(StoredModel stored) {
        SeriesContext context = contexts.get(stored.key());
        if (context == null) {
            throw new IllegalStateException(
                    "The series (%s) has a model but no demand any more.".formatted(stored.key()));
        }
        SeriesModel model = SeriesModel.fromBytes(stored.artifact());
        ForecastDistribution distribution = forecasting.forecast(model.state(), context);
        Prediction[] path = distribution.steps();
        String part = stored.key().part().value();
        PartKind kind = kinds.apply(part);
        BucketCalendar calendar = context.history().calendar();
        boolean scheduled = context.programme().isPresent();
        double[] schedule = scheduled
                ? IntStream.rangeClosed(1, horizon)
                        .mapToDouble(context::planned)
                        .toArray()
                : new double[0];
        return new ForecastLine(
                part,
                stored.key().site().value(),
                calendar,
                kind.category(),
                kind.unit(),
                calendar.plus(origin, 1),
                IntStream.range(0, horizon).mapToDouble(h -> path[h].mean()).toArray(),
                IntStream.range(0, horizon)
                        .boxed()
                        .flatMapToDouble(h -> java.util.Arrays.stream(path[h].quantiles()))
                        .toArray(),
                model.state().model(),
                stored.reason(),
                schedule,
                Explanation.of(model.state(), context));
    }
}
