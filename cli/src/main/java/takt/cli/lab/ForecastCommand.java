package takt.cli.lab;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import takt.cli.term.UserError;
import takt.engine.Forecasting;
import takt.engine.Reconciling;
import takt.engine.Training;
import takt.engine.backtest.Fold;
import takt.engine.hierarchy.Group;
import takt.engine.hierarchy.Hierarchy;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.SeriesContext;
import takt.engine.series.Origin;

@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = "Forecast every part of the files: mean and quantiles per step, or of a lead time's sum.")
public final class ForecastCommand implements Callable<Integer> {

    private static final int BLOCK = 2_000;

    @Mixin
    LabOptions lab = new LabOptions();

    @Mixin
    GroupOptions groups = new GroupOptions();

    @Option(
            names = "--origin",
            paramLabel = "BUCKET",
            description = "Last bucket that may be known, or last: each part's own (default: ${DEFAULT-VALUE}).")
    String origin = "last";

    @Option(names = "--levels", split = ",", paramLabel = "Q", description = "Quantile levels (default: 0.1 to 0.9).")
    List<Double> levels = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write part,month,h,mean,q... (default: the terminal).")
    @Nullable
    Path out;

    @Option(
            names = "--lead-time",
            paramLabel = "N",
            description = "Buckets that are summed up for --out-sum (default: 3, or the horizon if that is less).")
    @Nullable
    Integer leadTime;

    @Option(names = "--out-sum", paramLabel = "FILE", description = "Where to write part,periods,mean,q... of the sum.")
    @Nullable
    Path outSum;

    @Spec
    CommandSpec spec;

    private int periods = 1;

    @Override
    public Integer call() {
        lab.check();
        groups.check();
        periods = lab.leadTime(leadTime);
        ForecastRows lines = new ForecastRows(lab.horizon, lab.seed, ascending());
        LabData data = new LabReader(lab).read();
        Origin at = lab.origin(origin, data.calendar());
        PrintWriter err = spec.commandLine().getErr();
        String column = Period.column(data.calendar());
        try (Sink rows = new Sink(out, terminal(), "part,%s,h,mean%s".formatted(column, lines.header()));
                Sink sums = new Sink(outSum, Sink.NOWHERE, "part,periods,mean" + lines.header());
                Sink totals = new Sink(
                        groups.out, Sink.NOWHERE, "level,group,%s,h,mean%s".formatted(column, lines.header()))) {
            lab.within(() -> {
                Training training = data.training(lab, at);
                Training.Result result = training.run();
                Fold now = result.now();
                sayUnknown(data.series().size(), now.contexts().size(), err);
                result.remarks().forEach(err::println);
                Chosen.say(result, err);
                if (groups.groups == null) {
                    write(now, forecasts(result), lines, rows, sums);
                } else {
                    write(new GroupReader(groups.groups, now.contexts()).read(), result, lines, rows, sums, totals);
                }
                if (lab.timing) {
                    Timing.print(now, training.field(result), lab.identity(), err);
                }
                return true;
            });
        }
        return 0;
    }

    private void sayUnknown(int all, int known, PrintWriter err) {
        if (known == 0) {
            throw new UserError("No series has a known bucket up to the origin (%s).".formatted(origin));
        }
        if (known < all) {
            err.printf(
                    "%,d of %,d parts have no known bucket up to %s and get no forecast.%n", all - known, all, origin);
        }
    }

    private PrintWriter terminal() {
        return spec.commandLine().getOut();
    }

    private IntFunction<ForecastDistribution> forecasts(Training.Result result) {
        Forecasting forecasting =
                new Forecasting(result.regressions(), result.now().contexts(), lab.horizon);
        return i -> forecasting.forecast(
                result.series().get(i).state(), result.now().contexts().get(i));
    }

    /** Parts as they agree with their groups, and the groups. */
    private void write(
            Hierarchy hierarchy, Training.Result result, ForecastRows lines, Sink rows, Sink sums, Sink totals) {
        List<SeriesContext> contexts = result.now().contexts();
        if (contexts.stream().map(SeriesContext::origin).distinct().count() > 1) {
            throw new UserError(
                    "The parts end in different buckets, so their forecasts cannot be summed.\nMaybe give one --origin for all.");
        }
        Reconciling.Agreed agreed;
        try {
            agreed = new Reconciling(hierarchy, lab.horizon, lab.identity()).agree(result, groups.method());
        } catch (IllegalArgumentException e) {
            throw new UserError("%s: %s".formatted(groups.groups, e.getMessage()));
        }
        write(result.now(), agreed.parts()::get, lines, rows, sums);
        for (int g = 0; g < hierarchy.groups().size(); g++) {
            Group group = hierarchy.groups().get(g);
            String name = ForecastRows.cell(group.level()) + "," + ForecastRows.cell(group.name());
            totals.line(lines.of(name, contexts.get(0), agreed.groups().get(g)));
        }
    }

    /** A block of series at a time is forecast on all threads, then written in order. */
    private void write(
            Fold now, IntFunction<ForecastDistribution> forecasts, ForecastRows lines, Sink rows, Sink sums) {
        int size = now.contexts().size();
        for (int from = 0; from < size; from += BLOCK) {
            IntStream.range(from, Math.min(size, from + BLOCK))
                    .parallel()
                    .mapToObj(i -> {
                        SeriesContext context = now.contexts().get(i);
                        ForecastDistribution forecast = forecasts.apply(i);
                        String part = context.history().key().part().value();
                        return new String[] {
                            lines.of(part, context, forecast),
                            outSum == null ? "" : lines.sum(context, forecast, periods)
                        };
                    })
                    .toList()
                    .forEach(written -> {
                        rows.line(written[0]);
                        sums.line(written[1]);
                    });
        }
    }

    private double[] ascending() {
        double[] asked = levels.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
        for (double level : asked) {
            if (!(level > 0 && level < 1)) {
                throw new UserError("The level (%s) must lie between 0 and 1.".formatted(Figures.number(level)));
            }
        }
        return asked;
    }
}
