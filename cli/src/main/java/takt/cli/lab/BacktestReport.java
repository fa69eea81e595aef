package takt.cli.lab;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import takt.engine.backtest.Accuracy;

/** Prints the tables of a backtest, best model first. */
final class BacktestReport {

    private BacktestReport() {}

    static void table(Map<String, Map<String, Accuracy>> tables, int leadTime, PrintWriter out) {
        tables.forEach((name, models) -> {
            Accuracy any = models.values().stream().findFirst().orElseGet(Accuracy::new);
            out.printf(Locale.ROOT, "%s: %,d forecasts, %,d buckets%n", name, any.series(), any.buckets());
            out.printf(
                    "  %-24s %8s %8s %8s %8s %8s %8s %8s %8s %9s%n",
                    "model",
                    "WQL",
                    "WAPE",
                    "bias",
                    "MASE",
                    "RMSSE",
                    "P(<=.1)",
                    "P(<=.5)",
                    "P(<=.9)",
                    "sum" + leadTime + "@.95");
            sorted(models).forEach(e -> {
                Accuracy a = e.getValue();
                out.printf(
                        "  %-24s %8s %8s %8s %8s %8s %8s %8s %8s %9s%s%n",
                        e.getKey(),
                        Figures.three(a.wql()),
                        Figures.three(a.wape()),
                        Figures.three(a.bias()),
                        Figures.three(a.mase()),
                        Figures.three(a.rmsse()),
                        Figures.three(a.coverage(0)),
                        Figures.three(a.coverage(4)),
                        Figures.three(a.coverage(8)),
                        Figures.three(a.leadTimeLoss()),
                        a.series() == any.series() ? "" : "  (%,d forecasts)".formatted(a.series()));
            });
        });
        out.flush();
    }

    static void json(Map<String, Map<String, Accuracy>> tables, int leadTime, PrintWriter out) {
        List<String> rows = new ArrayList<>();
        tables.forEach((name, models) -> sorted(models).forEach(e -> {
            Accuracy a = e.getValue();
            StringBuilder row =
                    new StringBuilder("  {\"segment\": \"%s\", \"model\": \"%s\"".formatted(name, e.getKey()));
            field(row, "series", a.series());
            field(row, "buckets", a.buckets());
            field(row, "wql", a.wql());
            field(row, "wape", a.wape());
            field(row, "bias", a.bias());
            field(row, "mase", a.mase());
            field(row, "rmsse", a.rmsse());
            for (int i = 0; i < 9; i++) {
                field(row, "coverage_0." + (i + 1), a.coverage(i));
            }
            field(row, "lead_time", leadTime);
            field(row, "lead_time_loss_0.95", a.leadTimeLoss());
            rows.add(row.append("}").toString());
        }));
        out.println("[\n" + String.join(",\n", rows) + "\n]");
        out.flush();
    }

    private static void field(StringBuilder row, String name, double value) {
        row.append(", \"").append(name).append("\": ").append(Double.isFinite(value) ? Figures.number(value) : "null");
    }

    private static List<Map.Entry<String, Accuracy>> sorted(Map<String, Accuracy> models) {
        return models.entrySet().stream()
                .sorted((a, b) ->
                        Double.compare(a.getValue().wql(), b.getValue().wql()))
                .toList();
    }
}
