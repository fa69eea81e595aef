package takt.cli.lab;

import takt.engine.model.ForecastDistribution;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;

/** Forecasts as lines of CSV. */
final class ForecastRows {

    private static final int PATHS = 1000;

    private final int horizon;
    private final long seed;
    private final double[] asked;

    /** @param asked levels, ascending */
    ForecastRows(int horizon, long seed, double[] asked) {
        this.horizon = horizon;
        this.seed = seed;
        this.asked = asked;
    }

    /** A name as a cell of CSV. */
    static String cell(String name) {
        String safe = name.matches("[=+@\t\r-].*") ? "'" + name : name; // no formula for a spreadsheet
        return safe.matches("[^,\"\n\r]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    String header() {
        StringBuilder header = new StringBuilder();
        for (double level : asked) {
            header.append(",q").append(Figures.number(level));
        }
        return header.toString();
    }

    /** A line for each step. */
    String of(String name, SeriesContext context, ForecastDistribution forecast) {
        StringBuilder rows = new StringBuilder();
        var calendar = context.history().calendar();
        for (int h = 1; h <= horizon; h++) {
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

    /** Of the first buckets together. */
    String sum(SeriesContext context, ForecastDistribution forecast, int periods) {
        Prediction sum = forecast.sum(
                periods, PATHS, seed + context.history().key().part().value().hashCode());
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
