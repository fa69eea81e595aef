package takt.cli.lab;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import takt.cli.term.Grid;
import takt.cli.term.UserError;
import takt.engine.Explanation;
import takt.engine.Forecasting;
import takt.engine.Training;
import takt.engine.backtest.Fold;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.SeriesContext;
import takt.engine.selection.Segment;
import takt.engine.training.Fitting.TrainedSeries;
import takt.proto.cause.CauseWords;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Say what kind of part it is, which model it gets and why, and what that expects.")
public final class ExplainCommand implements Callable<Integer> {

    private static final double[] BAND = {0.1, 0.5, 0.9};

    @Mixin
    LabOptions lab = new LabOptions();

    @Option(names = "--part", required = true, paramLabel = "PART", description = "The part to explain.")
    String part = "";

    @Option(
            names = "--origin",
            paramLabel = "BUCKET",
            description = "Last bucket that may be known, or last (default: ${DEFAULT-VALUE}).")
    String origin = "last";

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        lab.check();
        LabData data = new LabReader(lab).read();
        lab.within(() -> {
            explain(data);
            return true;
        });
        return 0;
    }

    private void explain(LabData data) {
        Training training = data.training(lab, lab.origin(origin, data.calendar()));
        Training.Result result = training.run();
        Fold now = result.now();
        int index = -1;
        for (int i = 0; i < now.contexts().size(); i++) {
            if (now.key(i).part().value().equals(part)) {
                index = i;
            }
        }
        if (index < 0) {
            throw new UserError("There is no part (%s) with demand up to %s.".formatted(part, origin));
        }
        TrainedSeries trained = result.series().get(index);
        SeriesContext context = now.contexts().get(index);
        List<SeriesContext> one = List.of(context);
        ForecastDistribution forecast =
                new Forecasting(result.regressions(), one, lab.horizon).forecast(trained.state(), context);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s is one of the %s.%n", part, Segment.of(context));
        out.println(CauseWords.of(trained.choice().cause()));
        out.println(CauseWords.of(Explanation.of(trained.state(), context)));
        Grid grid = new Grid(Period.column(data.calendar()), ">mean", ">q0.1", ">q0.5", ">q0.9");
        for (int h = 1; h <= lab.horizon; h++) {
            double[] band = forecast.quantiles(h, BAND);
            grid.row(
                    Period.format(data.calendar(), data.calendar().plus(context.origin(), h)),
                    String.format(Locale.ROOT, "%.2f", forecast.mean(h)),
                    String.format(Locale.ROOT, "%.1f", band[0]),
                    String.format(Locale.ROOT, "%.1f", band[1]),
                    String.format(Locale.ROOT, "%.1f", band[2]));
        }
        grid.print(out);
        out.flush();
    }
}
