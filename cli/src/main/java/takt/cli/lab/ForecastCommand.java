package takt.cli.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import takt.cli.UserError;
import takt.engine.Forecasting;
import takt.engine.Training;
import takt.engine.backtest.Fold;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;
import takt.engine.series.Origin;

@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = "Forecast every part of the files: mean and quantiles per step, or of a lead time's sum.")
public final class ForecastCommand implements Callable<Integer> {

    private static final int PATHS = 1000;

    @Mixin
    LabOptions lab = new LabOptions();

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
            description = "Buckets that are summed up for --out-sum (default: ${DEFAULT-VALUE}).")
    int leadTime = 3;

    @Option(names = "--out-sum", paramLabel = "FILE", description = "Where to write part,periods,mean,q... of the sum.")
    @Nullable
    Path outSum;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        lab.check();
        LabOptions.range("--lead-time", leadTime, 1, lab.horizon);
        double[] asked = ascending();
        LabData data = new LabReader(lab).read();
        Origin at = lab.origin(origin, data.calendar());
        List<String> rows = new ArrayList<>();
        List<String> sums = new ArrayList<>();
        PrintWriter err = spec.commandLine().getErr();
        lab.within(() -> {
            Training training = new Training(
                    data.series(),
                    data.programme(),
                    at,
                    lab.horizon,
                    lab.identity(),
                    lab.candidates(),
                    (s, d, t) -> {});
            Fold now = training.fold(0);
            if (now.contexts().isEmpty()) {
                throw new UserError("No series has begun by the origin (%s).".formatted(origin));
            }
            Training.Result result = training.run();
            result.remarks().forEach(err::println);
            Forecasting forecasting = new Forecasting(result.regression(), now.contexts(), lab.horizon);
            List<String[]> written = IntStream.range(0, now.contexts().size())
                    .parallel()
                    .mapToObj(i -> {
                        SeriesContext context = now.contexts().get(i);
                        ForecastDistribution forecast =
                                forecasting.forecast(result.series().get(i).state(), context);
                        return new String[] {rows(context, forecast, asked), sum(context, forecast, asked)};
                    })
                    .toList();
            written.forEach(w -> {
                rows.add(w[0]);
                sums.add(w[1]);
            });
            if (lab.timing) {
                Timing.print(now, training, err);
            }
            return true;
        });
        String column = Period.column(data.calendar());
        write(out, "part,%s,h,mean%s".formatted(column, header(asked)), rows);
        if (outSum != null) {
            write(outSum, "part,periods,mean" + header(asked), sums);
        }
        return 0;
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

    private String rows(SeriesContext context, ForecastDistribution forecast, double[] asked) {
        StringBuilder rows = new StringBuilder();
        var calendar = context.history().calendar();
        for (int h = 1; h <= lab.horizon; h++) {
            rows.append(h == 1 ? "" : "\n")
                    .append(context.history().key().part())
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
                leadTime,
                PATHS,
                lab.seed + context.history().key().part().value().hashCode());
        StringBuilder row = new StringBuilder()
                .append(context.history().key().part())
                .append(',')
                .append(leadTime)
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

    private void write(@Nullable Path file, String header, List<String> rows) {
        if (file == null) {
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.println(header);
            rows.forEach(terminal::println);
            terminal.flush();
            return;
        }
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            writer.print(header + "\n");
            rows.forEach(row -> writer.print(row + "\n"));
            if (writer.checkError()) {
                throw new UserError("The file (%s) could not be written to its end; is the disk full?".formatted(file));
            }
        } catch (IOException e) {
            throw new UserError("The file (%s) cannot be written: %s".formatted(file, e.getMessage()));
        }
    }
}
