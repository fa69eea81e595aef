package takt.cli.lab;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import takt.cli.term.UserError;
import takt.engine.Forecasting;
import takt.engine.Training;
import takt.engine.backtest.Accuracy;
import takt.engine.backtest.Fold;
import takt.engine.backtest.Protocol;
import takt.engine.model.FittedState;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.Forecaster;
import takt.engine.model.SeriesContext;
import takt.engine.model.Used;
import takt.engine.selection.Segment;
import takt.engine.series.Origin;
import takt.engine.training.Verdict;

@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description =
                "Forecast from past origins and compare every model, and what would have been selected, with what came.")
public final class BacktestCommand implements Callable<Integer> {

    private static final String ALL = "all parts";

    @Mixin
    LabOptions lab = new LabOptions();

    @Option(
            names = "--origins",
            paramLabel = "N",
            description =
                    "How many origins, a horizon apart, the newest a horizon before the last bucket (default: 1).")
    int origins = 1;

    @Option(names = "--origin", split = ",", paramLabel = "BUCKET", description = "Origins by name.")
    List<String> named = List.of();

    @Option(
            names = "--holdout",
            paramLabel = "N",
            description = "Hold out the last N buckets of each series and forecast them.")
    int holdout;

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description =
                    "gift: unknown stays unknown; monash: unknown is zero, forecasts are rounded (default: gift).")
    String protocol = "gift";

    @Option(names = "--by", paramLabel = "WHAT", description = "segment: one table per segment too.")
    String by = "";

    @Option(names = "--output", paramLabel = "FORM", description = "table or json (default: ${DEFAULT-VALUE}).")
    String output = "table";

    @Option(
            names = "--lead-time",
            paramLabel = "N",
            description = "Buckets whose sum is judged at the level 0.95 (default: 3, or the horizon if that is less).")
    @Nullable
    Integer leadTime;

    @Spec
    CommandSpec spec;

    private int periods = 1;

    @Override
    public Integer call() {
        lab.check();
        Protocol how = OneOf.choice("--protocol", protocol, Map.of("gift", Protocol.GIFT, "monash", Protocol.MONASH));
        boolean json = OneOf.choice("--output", output, Map.of("table", false, "json", true));
        boolean segments = OneOf.choice("--by", by, Map.of("", false, "segment", true));
        LabOptions.range("--origins", origins, 1, 24);
        LabOptions.range("--holdout", holdout, 0, 520);
        if (how == Protocol.MONASH) {
            lab.missing = LabOptions.Missing.zero;
        }
        if (holdout > 0) {
            lab.horizon = holdout;
        }
        periods = lab.leadTime(leadTime);
        LabData data = new LabReader(lab).read();
        Map<String, Map<String, Accuracy>> tables = new LinkedHashMap<>();
        tables.put(ALL, new LinkedHashMap<>());
        lab.within(() -> {
            for (Origin origin : origins(data)) {
                backtest(data, origin, how, segments, tables);
            }
            return true;
        });
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            BacktestReport.json(tables, periods, out);
        } else {
            BacktestReport.table(tables, periods, out);
        }
        return 0;
    }

    private List<Origin> origins(LabData data) {
        if (!named.isEmpty()) {
            return named.stream().map(o -> lab.origin(o, data.calendar())).toList();
        }
        List<Origin> all = new ArrayList<>();
        for (int i = holdout > 0 ? 1 : origins; i >= 1; i--) {
            all.add(new Origin.OwnLast(i * lab.horizon));
        }
        return all;
    }

    private void backtest(
            LabData data, Origin origin, Protocol how, boolean segments, Map<String, Map<String, Accuracy>> tables) {
        Training training = data.training(lab, origin);
        Training.Result result = training.run();
        Fold fold = result.now();
        if (fold.contexts().isEmpty()) {
            throw new UserError("No series has begun by the origin (%s).".formatted(origin));
        }
        result.remarks().forEach(spec.commandLine().getErr()::println);
        List<Forecaster> racers = training.field(result).racers(fold);
        Forecasting forecasting = new Forecasting(result.regressions(), fold.contexts(), lab.horizon);
        List<Map<String, Accuracy>> each = IntStream.range(0, fold.contexts().size())
                .parallel()
                .mapToObj(i -> {
                    SeriesContext context = fold.contexts().get(i);
                    FittedState chosen = result.series().get(i).state();
                    Map<String, Accuracy> own = new LinkedHashMap<>();
                    own.put(Verdict.SELECTED, accuracy(fold, i, forecasting.forecast(chosen, context), how));
                    for (Forecaster racer : racers) {
                        if (racer.accepts(context)) {
                            FittedState state = racer.learn(context, fold.pool());
                            ForecastDistribution forecast = new ForecastDistribution(
                                    Used.only(racer.forecast(state, context, lab.horizon), context, state),
                                    forecasting.common(chosen));
                            own.put(racer.name(), accuracy(fold, i, forecast, how));
                        }
                    }
                    return own;
                })
                .toList();
        for (int i = 0; i < each.size(); i++) {
            Optional<String> segment =
                    segments ? Optional.of(Segment.of(fold.contexts().get(i)).toString()) : Optional.empty();
            each.get(i).forEach((model, accuracy) -> {
                add(tables, ALL, model, accuracy);
                segment.ifPresent(s -> add(tables, s, model, accuracy));
            });
        }
    }

    private Accuracy accuracy(Fold fold, int i, ForecastDistribution forecast, Protocol how) {
        double[] actuals = fold.actuals(i);
        if (how == Protocol.MONASH) {
            for (int h = 0; h < actuals.length; h++) {
                actuals[h] = Double.isNaN(actuals[h]) ? 0 : actuals[h];
            }
        }
        SeriesContext context = fold.contexts().get(i);
        return Accuracy.of(
                forecast, actuals, context.history().values(), context.history().season(), how, periods);
    }

    private static void add(Map<String, Map<String, Accuracy>> tables, String table, String model, Accuracy accuracy) {
        tables.computeIfAbsent(table, t -> new LinkedHashMap<>())
                .computeIfAbsent(model, m -> new Accuracy())
                .add(accuracy);
    }
}
