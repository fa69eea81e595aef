package takt.engine.model;

import java.time.LocalDate;

/** How a forecaster came to its level, and what its spread is worth; amounts are in the series' unit, a bucket. */
public sealed interface LevelCause {

    /** Demand was averaged. */
    record AverageDemand(double mean, double dispersion) implements LevelCause {}

    /** Past demands stand for future ones, the newer the heavier. */
    record PastDemands(double mean) implements LevelCause {}

    /** Demands of the last twelve buckets, each as likely. */
    record LastTwelveDemands() implements LevelCause {}

    record NeverAnything() implements LevelCause {}

    /** The same bucket of the season before. */
    record SeasonBefore() implements LevelCause {}

    /**
     * A level was smoothed.
     *
     * @param weight on the newest bucket, 0 to 1
     * @param trend a bucket; 0 for none
     */
    record SmoothedLevel(double level, double weight, double trend, boolean seasonal) implements LevelCause {}

    record LevelWithDrift(double level, double drift) implements LevelCause {}

    /** Several forecasters were averaged, quantile by quantile. */
    record SeveralAveraged() implements LevelCause {}

    /** A regression over all parts gave the mean. */
    record RegressionMean(Regression regression, double dispersion) implements LevelCause {}

    /**
     * Published schedule x usage x rate.
     *
     * @param lead buckets between call-off and build
     * @param next what the schedule asks for in the next bucket
     * @param corrected whether a regression over all parts corrects it
     */
    record ScheduledUse(double rate, int lead, double next, boolean corrected) implements LevelCause {}

    /** What stays when no vehicle needs the part any more. */
    record ServiceDemand(double mean) implements LevelCause {}

    /** The last day on which a vehicle needs the part. */
    record UsedUntil(LocalDate day) implements LevelCause {}

    /** Nothing was ever called off in the week of 25 December, of 1 January, or in both. */
    record ClosedAtYearEnd(boolean christmas, boolean newYear) implements LevelCause {}

    /** Shares of held-out demand of such parts that stayed at or below the 0.1, 0.5 and 0.9 quantile. */
    record HeldOutCoverage(double low, double median, double high) implements LevelCause {}

    /** A build that knew no causes kept sentences. */
    record Told(String words) implements LevelCause {}
}
