package takt.engine.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import takt.engine.features.UsageLink;
import takt.kernel.BucketCalendar;

/**
 * What the regression on the residual ratio sees of a part with a schedule: how a bucket's plan was revised, how
 * optimistic schedules were, how the part's demand went lately against what the built vehicles needed, and how far its
 * usage is. All are ratios, so that large and small parts share one model; what is unknown reads as 1. Rows of an
 * origin take nothing from later.
 */
public final class ScheduleSignals {

    /** Names in the order of a row, ascending as Tribuo sorts them. */
    public static final List<String> NAMES = List.of(
            "a-step",
            "b-day-of-year",
            "c-plan-over-mean-plan",
            "d-plan-one-issue-before",
            "e-plan-two-issues-before",
            "f-plan-four-issues-before",
            "g-demand-over-need-quarter",
            "h-demand-over-need-season",
            "i-deviation",
            "j-need-over-plan",
            "k-need-over-plan-of-step",
            "l-need-over-mean-plan",
            "m-usage-since",
            "n-usage-left",
            "o-lead",
            "p-log-plan");

    private static final double LARGEST = 3;
    private static final int ISSUES = 6;

    private final SeriesContext context;
    private final double[] y;
    private final double[] need;
    private final int season;
    private final int stride;
    private final int lead;

    public ScheduleSignals(SeriesContext context) {
        this.context = context;
        this.y = context.history().values();
        this.need = ScheduleDriven.need(context);
        this.season = context.history().season();
        this.stride = Math.max(1, season / 12);
        this.lead = ScheduleDriven.lead(context, ScheduleDriven.OPEN);
    }

    /** What the signals of one origin have in common. */
    public final class Origin {

        private final int at;
        private final LocalDate bucket;
        private final double rate;
        private final double meanPlan;
        private final double[] recent;
        private final double recentMean;
        private final double optimism;
        private final double needOverPlan;
        private final List<UsageLink> usage;

        private Origin(int at) {
            this.at = at;
            this.bucket = calendar().plus(context.history().first(), at);
            this.rate = ScheduleDriven.rate(y, need, at + 1, lead, season);
            this.meanPlan = IntStream.rangeClosed(1, season)
                    .mapToDouble(h -> context.plannedAsOf(bucket, h))
                    .average()
                    .orElse(0);
            this.recent = IntStream.rangeClosed(Math.max(0, at - season + 1), at - lead)
                    .mapToDouble(t -> y[t] / (rate * need[t + lead]))
                    .filter(Double::isFinite)
                    .toArray();
            this.recentMean = Arrays.stream(recent).average().orElse(1);
            this.optimism = optimism(1);
            this.needOverPlan = over(
                    IntStream.rangeClosed(Math.max(0, at - season + 1), at)
                            .mapToDouble(t -> need[t])
                            .filter(Double::isFinite)
                            .average()
                            .orElse(0),
                    meanPlan);
            this.usage = context.programme()
                    .orElseThrow()
                    .usage(context.history().key().part().value());
        }

        private double plan(int step) {
            return context.plannedAsOf(bucket, step + lead);
        }

        /** Plan of the same bucket a few issues before, over the plan now. */
        private double revision(int step, int issues) {
            return over(
                    context.plannedAsOf(calendar().plus(bucket, -issues * stride), step + lead + issues * stride),
                    plan(step));
        }

        /** What built vehicles needed over what was planned {@code ahead} buckets before, over the last issues. */
        private double optimism(int ahead) {
            return IntStream.range(0, ISSUES)
                    .map(i -> at - i * stride)
                    .filter(t -> t - ahead >= 0)
                    .mapToDouble(t -> need[t] / context.plannedAsOf(calendar().plus(bucket, t - ahead - at), ahead))
                    .filter(Double::isFinite)
                    .average()
                    .orElse(1);
        }

        public double[] row(int step) {
            LocalDate target = calendar().plus(bucket, step + lead);
            double plan = plan(step);
            return new double[] {
                (double) step / season,
                target.getDayOfYear() / 366.0,
                over(plan, meanPlan),
                revision(step, 1),
                revision(step, 2),
                revision(step, 4),
                Arrays.stream(recent, Math.max(0, recent.length - season / 4), recent.length)
                        .average()
                        .orElse(1),
                recentMean,
                Arrays.stream(recent)
                        .map(r -> Math.abs(r - recentMean))
                        .average()
                        .orElse(1),
                optimism,
                optimism(Math.min(step + lead, season)),
                needOverPlan,
                usage.stream().mapToDouble(u -> away(u.from(), target)).min().orElse(1),
                usage.stream().mapToDouble(u -> away(target, u.to())).min().orElse(1),
                lead,
                Math.log1p(rate > 0 ? rate * plan : 0)
            };
        }

        /** Years from one day to another, at most 2 and at least -1. */
        private double away(LocalDate from, LocalDate to) {
            return Math.min(2, Math.max(-1, ChronoUnit.DAYS.between(from, to) / 365.0));
        }

        /** Demand over (rate x plan) of a step that is known by now, at most 3; NaN without a plan. */
        public double ratio(int step) {
            double base = base(step);
            return base > 0 ? Math.min(LARGEST, y[at + step] / base) : Double.NaN;
        }

        /** Rate x plan of a step. */
        public double base(int step) {
            return rate * plan(step);
        }
    }

    private BucketCalendar calendar() {
        return context.history().calendar();
    }

    private static double over(double a, double b) {
        double ratio = a / b;
        return Double.isFinite(ratio) ? Math.min(LARGEST, ratio) : 1;
    }

    /** @param at index of a bucket of the history */
    public Origin at(int at) {
        return new Origin(at);
    }

    /** Origins from which at least one step is known by now and a schedule was known then, a month apart. */
    public List<Integer> origins() {
        List<Integer> known = new ArrayList<>();
        for (int at = y.length - 2; at >= season; at -= stride) {
            LocalDate bucket = calendar().plus(context.history().first(), at);
            if (context.programme()
                    .orElseThrow()
                    .drives(context.history().key().part().value(), bucket)) {
                known.add(at);
            }
        }
        return known;
    }

    /** How many steps of an origin are known by now. */
    public int known(int at) {
        return y.length - 1 - at;
    }
}
