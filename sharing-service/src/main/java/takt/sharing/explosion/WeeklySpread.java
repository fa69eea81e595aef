package takt.sharing.explosion;

import java.util.SplittableRandom;
import takt.kernel.Apportionment;
import takt.kernel.Week;

/** Puts a series of any calendar into weeks: exact amounts by working days, and scenario paths. */
final class WeeklySpread {

    private static final int SCATTERED = 40;

    private final Scenarios scenarios;
    private final double[] levels;
    private final Week first;
    private final int back;
    private final int weeks;

    WeeklySpread(Scenarios scenarios, double[] levels, Week first, int back, int weeks) {
        this.scenarios = scenarios;
        this.levels = levels;
        this.first = first;
        this.back = back;
        this.weeks = weeks;
    }

    void into(Requirement requirement, SeriesForecast series) {
        long grain = series.unit().grainThousandths();
        long[] amounts = Rounding.cumulative(series.mean(), grain);
        String key = series.part() + "@" + series.site();
        double[][] probabilities = scenarios.probabilities(key, series.mean().length);
        SplittableRandom random = new SplittableRandom(key.hashCode());
        for (int bucket = 0; bucket < amounts.length; bucket++) {
            var start = series.calendar().plus(series.first(), bucket);
            double[] days = WorkingDays.shared(series.calendar(), start, first, weeks);
            int all = Math.max(1, WorkingDays.of(series.calendar(), start));
            add(requirement, amounts[bucket], days, all, grain); // of series nothing is known before week 0
            for (int p = 0; p < scenarios.paths(); p++) {
                double sample = QuantileFunction.at(probabilities[p][bucket], levels, series.quantiles()[bucket]);
                scatter(sample, days, all, grain == 1000, requirement.paths[p], random);
            }
        }
    }

    /** The part of the bucket that lies in the weeks; what falls outside keeps its share. */
    private void add(Requirement requirement, long amount, double[] days, int all, long grain) {
        double inside = java.util.Arrays.stream(days).sum();
        if (inside == 0) {
            return;
        }
        double[] weights = java.util.Arrays.copyOf(days, days.length + 1);
        weights[days.length] = Math.max(0, all - inside);
        long[] split = Apportionment.split(amount, weights, grain);
        for (int week = 0; week < days.length; week++) {
            requirement.demand[back + week] += split[week];
        }
    }

    /** A few pieces fall on random working days; many, or a continuous amount, spread evenly over them. */
    private void scatter(
            double sample, double[] days, int all, boolean pieces, double[] path, SplittableRandom random) {
        int whole = pieces && all > 5 && sample < SCATTERED ? (int) Math.floor(sample + random.nextDouble()) : -1;
        if (whole < 0) {
            for (int week = 0; week < days.length; week++) {
                path[back + week] += sample * days[week] / all;
            }
            return;
        }
        for (int piece = 0; piece < whole; piece++) {
            double day = random.nextDouble() * all;
            for (int week = 0; week < days.length && day >= 0; week++) {
                day -= days[week];
                if (day < 0) {
                    path[back + week]++;
                }
            }
        }
    }
}
