package takt.forecast.version;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import takt.engine.Explanation;
import takt.engine.Forecasting;
import takt.engine.backtest.Fold;
import takt.engine.backtest.OriginView;
import takt.engine.model.FittedState;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.Forecasters;
import takt.engine.model.Levels;
import takt.engine.model.Prediction;
import takt.engine.model.Regression;
import takt.engine.model.SeriesContext;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.engine.tribuo.Regressions;
import takt.engine.tribuo.SeriesModel;
import takt.forecast.cleanse.Correction;
import takt.forecast.master.PartFacts;
import takt.forecast.master.PlantWeeks;
import takt.forecast.snapshot.Shard;
import takt.forecast.training.ModelFile;
import takt.kernel.BucketCalendar;

/**
 * Forecasts the series of one calendar with their stored models, shard by shard.
 *
 * @param now what all series say together at the origin
 * @param parts parts by number
 * @param plants calendars by site
 */
public record VersionComputation(
        OriginView now, Regressions regressions, Map<String, PartFacts> parts, Map<String, PlantWeeks> plants) {

    private static final Prediction NOTHING = Prediction.spread(0, 0);

    /**
     * @param models those of the shard's series; a series without one gets no line
     * @param groups hears every line
     * @param remarks hears what happens to every series
     */
    public List<ForecastLine> lines(
            Shard shard, List<ModelFile> models, GroupComputation groups, VersionRemarks remarks) {
        Fold fold = now.fold(shard.demand());
        Map<SeriesKey, SeriesContext> contexts = fold.contexts().stream()
                .map(c -> c.workingIn(plant(c.history().key()).working()))
                .collect(Collectors.toMap(c -> c.history().key(), Function.identity()));
        Map<SeriesKey, DemandSeries> reported = fold.whole().stream()
                .collect(Collectors.toMap(
                        DemandSeries::key, s -> s.until(now.origin().of(s))));
        List<Learnt> known = models.stream()
                .filter(m -> contexts.containsKey(m.key()))
                .flatMap(m -> broughtUp(m, Objects.requireNonNull(contexts.get(m.key())), remarks).stream())
                .toList();
        Map<SeriesKey, List<Correction>> used =
                shard.series().stream().collect(Collectors.toMap(s -> s.demand().key(), Shard.Enlisted::used));
        List<ForecastLine> lines = lines(contexts, known, used);
        for (int i = 0; i < lines.size(); i++) {
            DemandSeries history =
                    Objects.requireNonNull(reported.get(known.get(i).file().key()));
            remarks.forecast(history);
            groups.add(history, lines.get(i));
        }
        return lines;
    }

    /** A stored model, and what was learnt as it stands at the origin. */
    private record Learnt(ModelFile file, FittedState state) {}

    private static Optional<Learnt> broughtUp(ModelFile stored, SeriesContext context, VersionRemarks remarks) {
        Optional<FittedState> state =
                Forecasting.at(SeriesModel.fromBytes(stored.artifact()).state(), context);
        if (state.isEmpty()) {
            remarks.leftOut(stored.key());
        }
        return state.map(s -> new Learnt(stored, s));
    }

    private List<ForecastLine> lines(
            Map<SeriesKey, SeriesContext> contexts, List<Learnt> known, Map<SeriesKey, List<Correction>> used) {
        Set<Regression> asked = Forecasters.regressions(
                known.stream().map(l -> l.state().model()).collect(Collectors.toSet()));
        Forecasting forecasting =
                new Forecasting(regressions.only(asked), List.copyOf(contexts.values()), now.horizon());
        return known.parallelStream()
                .map(m -> line(
                        m,
                        Objects.requireNonNull(contexts.get(m.file().key())),
                        forecasting,
                        used.getOrDefault(m.file().key(), List.of())))
                .toList();
    }

    private ForecastLine line(
            Learnt learnt, SeriesContext context, Forecasting forecasting, List<Correction> corrections) {
        ModelFile stored = learnt.file();
        List<Correction> read = corrections.stream()
                .filter(c -> !c.finding().bucket().isAfter(context.origin()))
                .toList();
        ForecastDistribution distribution = forecasting.forecast(learnt.state(), context);
        Prediction[] path = distribution.steps();
        String part = stored.key().part().value();
        PartFacts facts = facts(part);
        BucketCalendar calendar = context.history().calendar();
        double[] schedule = context.programme().isEmpty()
                ? new double[0]
                : IntStream.rangeClosed(1, now.horizon())
                        .mapToDouble(context::planned)
                        .toArray();
        // A schedule knows of closed weeks itself.
        PlantWeeks weeks = schedule.length > 0 ? PlantWeeks.ALL : plant(stored.key());
        List<LocalDate> closed = closed(weeks, calendar, context.origin());
        return new ForecastLine(
                part,
                stored.key().site().value(),
                calendar,
                facts.category(),
                facts.unit(),
                calendar.plus(context.origin(), 1),
                steps(path, calendar, context.origin(), closed)
                        .mapToDouble(Prediction::mean)
                        .toArray(),
                steps(path, calendar, context.origin(), closed)
                        .flatMapToDouble(step -> Arrays.stream(step.quantiles(Levels.published())))
                        .toArray(),
                learnt.state().model(),
                stored.cause(),
                schedule,
                Explanation.of(learnt.state(), context),
                LineCauses.of(read, closed),
                read.stream().map(Correction::id).toList());
    }

    private PartFacts facts(String part) {
        return Optional.ofNullable(parts.get(part))
                .orElseThrow(() ->
                        new IllegalStateException("The part (%s) has demand but no master data.".formatted(part)));
    }

    private PlantWeeks plant(SeriesKey key) {
        return plants.getOrDefault(key.site().value(), PlantWeeks.ALL);
    }

    /** Buckets ahead in which the plant does not work on a single day. */
    private List<LocalDate> closed(PlantWeeks weeks, BucketCalendar calendar, LocalDate origin) {
        return IntStream.rangeClosed(1, now.horizon())
                .mapToObj(h -> calendar.plus(origin, h))
                .filter(bucket -> weeks.closed(bucket, calendar.plus(bucket, 1)) == 1)
                .toList();
    }

    private static Stream<Prediction> steps(
            Prediction[] path, BucketCalendar calendar, LocalDate origin, List<LocalDate> closed) {
        return IntStream.range(0, path.length)
                .mapToObj(h -> closed.contains(calendar.plus(origin, h + 1)) ? NOTHING : path[h]);
    }
}
