package takt.forecast.training;

import takt.engine.backtest.Score;
import takt.kernel.BucketCalendar;

/**
 * How one model did on a held-out horizon; see {@link Score} for the measures.
 *
 * @param origin last bucket before the horizon, in words
 * @param segment the series that are alike, in words; empty for all
 */
public record AccuracyFigure(
        BucketCalendar calendar,
        String model,
        double wql,
        double wape,
        double bias,
        int series,
        String origin,
        String segment) {

    public static AccuracyFigure of(
            BucketCalendar calendar, String origin, String segment, String model, Score score, int series) {
        return new AccuracyFigure(calendar, model, score.wql(), score.wape(), score.bias(), series, origin, segment);
    }
}
