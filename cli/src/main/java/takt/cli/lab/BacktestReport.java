package takt.cli.lab;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import takt.cli.term.Grid;
import takt.cli.term.JsonRows;
import takt.engine.backtest.Accuracy;

/** Prints the tables of a backtest, best model first. */
final class BacktestReport {

    private BacktestReport() {}

    static void table(Map<String, Map<String, Accuracy>> tables, int leadTime, PrintWriter out) {
        tables.forEach((name, models) -> {
            Accuracy any = models.values().stream().findFirst().orElseGet(Accuracy::new);
            out.printf(Locale.ROOT, "%s: %,d forecasts, %,d buckets%n", name, any.series(), any.buckets());
            Grid grid = new Grid(
                    "model",
                    ">WQL",
                    ">WAPE",
                    ">bias",
                    ">MASE",
                    ">RMSSE",
                    ">P(<=.1)",
                    ">P(<=.5)",
                    ">P(<=.9)",
                    ">sum" + leadTime + "@.95",
                    "");
            sorted(models).forEach(e -> {
                Accuracy a = e.getValue();
                grid.row(
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
                        a.series() == any.series() ? "" : String.format(Locale.ROOT, "(%,d forecasts)", a.series()));
            });
            grid.print(out);
        });
        out.flush();
    }

    static void json(Map<String, Map<String, Accuracy>> tables, int leadTime, PrintWriter out) {
        try (JsonRows rows = new JsonRows(out)) {
            tables.forEach((name, models) ->
                    sorted(models).forEach(e -> rows.add(row(name, e.getKey(), e.getValue(), leadTime))));
        }
    }

    /** Figures that nobody can know are null. */
    private static Map<String, Object> row(String segment, String model, Accuracy a, int leadTime) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("segment", segment);
        row.put("model", model);
        row.put("series", a.series());
        row.put("buckets", a.buckets());
        row.put("wql", figure(a.wql()));
        row.put("wape", figure(a.wape()));
        row.put("bias", figure(a.bias()));
        row.put("mase", figure(a.mase()));
        row.put("rmsse", figure(a.rmsse()));
        for (int i = 0; i < 9; i++) {
            row.put("coverage_0." + (i + 1), figure(a.coverage(i)));
        }
        row.put("lead_time", leadTime);
        row.put("lead_time_loss_0.95", figure(a.leadTimeLoss()));
        return row;
    }

    private static @Nullable BigDecimal figure(double value) {
        return Double.isFinite(value) ? new BigDecimal(Figures.number(value)) : null;
    }

    private static List<Map.Entry<String, Accuracy>> sorted(Map<String, Accuracy> models) {
        return models.entrySet().stream()
                .sorted((a, b) ->
                        Double.compare(a.getValue().wql(), b.getValue().wql()))
                .toList();
    }
}
