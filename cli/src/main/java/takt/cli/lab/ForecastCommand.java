package takt.cli.lab;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;
import takt.engine.selection.Segment;
import takt.engine.series.Origin;

@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = "Forecast every part of the files: mean and quantiles per step, or of a lead time's sum.")
public final class ForecastCommand implements Callable<Integer> {

    private static final int PATHS = 1000;
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
        double[] asked = ascending();
        LabData data = new LabReader(lab).read();
        Origin at = lab.origin(origin, data.calendar());
        PrintWriter err = spec.commandLine().getErr();
        String column = Period.column(data.calendar());
        try (Sink rows = new Sink(out, terminal(), "part,%s,h,mean%s".formatted(column, header(asked)));
                Sink sums = new Sink(outSum, Sink.NOWHERE, "part,periods,mean" + header(asked));
                Sink totals = new Sink(
                        groups.out, Sink.NOWHERE, "level,group,%s,h,mean%s".formatted(column, header(asked)))) {
            lab.within(() -> {
                Training training = new Training(
                        data.series(),
                        data.programme(),
                        at,
                        lab.horizon,
                        lab.identity(),
                        lab.candidates(),
                        (step, done, total) -> {});
                Training.Result result = training.run();
                Fold now = result.now();
                if (now.contexts().isEmpty()) {
                    throw new UserError("No series has a known bucket up to the origin (%s).".formatted(origin));
                }
                if (now.contexts().size() < data.series().size()) {
                    err.printf(
                            "%,d of %,d parts have no known bucket up to %s and get no forecast.%n",
                            data.series().size() - now.contexts().size(),
                            data.series().size(),
                            origin);
                }
                result.remarks().forEach(err::println);
                sayChosen(result, err);
                if (groups.groups == null) {
                    write(now, forecasts(result), asked, rows, sums);
                } else {
                    write(new GroupReader(groups.groups, now.contexts()).read(), result, asked, rows, sums, totals);
                }
                if (lab.timing) {
                    Timing.print(now, training.field(result), lab.identity(), err);
                }
                return true;
            });
        }
        return 0;
    }

    /** Another horizon, or another month of history, may have another winner: which one it was is said. */
    private static void sayChosen(Training.Result result, PrintWriter err) {
        Map<String, Integer> parts = new TreeMap<>();
        for (int i = 0; i < result.series().size(); i++) {
            Segment segment = Segment.of(result.now().contexts().get(i));
            String model = result.series().get(i).choice().model();
            parts.merge("Chosen for %s: %s".formatted(segment, model), 1, Integer::sum);
        }
        parts.forEach((words, count) -> err.printf("%s (%,d series).%n", words, count));
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
    private void write(Hierarchy hierarchy, Training.Result result, double[] asked, Sink rows, Sink sums, Sink totals) {
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
        write(result.now(), agreed.parts()::get, asked, rows, sums);
        for (int g = 0; g < hierarchy.groups().size(); g++) {
            Group group = hierarchy.groups().get(g);
            String name = cell(group.level()) + "," + cell(group.name());
            totals.line(rows(name, contexts.get(0), agreed.groups().get(g), asked));
        }
    }

    /** A name as a cell of CSV. */
    private static String cell(String name) {
        String safe = name.matches("[=+@\t\r-].*") ? "'" + name : name; // no formula for a spreadsheet
        return safe.matches("[^,\"\n\r]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** A block of series at a time is forecast on all threads, then written in order. */
    private void write(Fold now, IntFunction<ForecastDistribution> forecasts, double[] asked, Sink rows, Sink sums) {
        int size = now.contexts().size();
        for (int from = 0; from < size; from += BLOCK) {
            IntStream.range(from, Math.min(size, from + BLOCK))
                    .parallel()
                    .mapToObj(i -> {
                        SeriesContext context = now.contexts().get(i);
                        ForecastDistribution forecast = forecasts.apply(i);
                        String part = context.history().key().part().value();
                        return new String[] {rows(part, context, forecast, asked), sum(context, forecast, asked)};
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

    private static String header(double[] levels) {
        StringBuilder header = new StringBuilder();
        for (double level : levels) {
            header.append(",q").append(Figures.number(level));
        }
        return header.toString();
    }

    private String rows(String name, SeriesContext context, ForecastDistribution forecast, double[] asked) {
        StringBuilder rows = new StringBuilder();
        var calendar = context.history().calendar();
        for (int h = 1; h <= lab.horizon; h++) {
            rows.append(h == 1 ? "" : "\n")
                    .append(name)
                    .append(',')
                    .append(Period.format(calendar, calendar.plus(context.origin(), h)))
                    .append(',')
                    .append(h)
                    .append(',')
                    .append(Figures.number(forecast.mean(h)));
            append(rows, forecast.quantiles(h, asked));
        }
        return rows.toString();
    }

    private String sum(SeriesContext context, ForecastDistribution forecast, double[] asked) {
        if (outSum == null) {
            return "";
        }
        Prediction sum = forecast.sum(
                periods,
                PATHS,
                lab.seed + context.history().key().part().value().hashCode());
        StringBuilder row = new StringBuilder()
                .append(context.history().key().part())
                .append(',')
                .append(periods)
                .append(',')
                .append(Figures.number(sum.mean()));
        append(row, sum.quantiles(asked));
        return row.toString();
    }

    private static void append(StringBuilder row, double[] values) {
        for (double value : values) {
            row.append(',').append(Figures.number(value));
        }
    }
}
