package takt.forecast.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import takt.engine.backtest.RatioEstimate;
import takt.kernel.BucketCalendar;

/**
 * Whether forecasts have become worse than their models promised: the weighted quantile loss of the first step that
 * has come true, against the same loss when the models were held out. It has drifted when it is more than three standard
 * errors of the difference above.
 */
public final class Drift {

    private static final int FEWEST = 30;
    private static final double BAND = 3;

    private Drift() {}

    /** A calendar's finding in a sentence, and whether it is a drift. */
    public record Finding(boolean drifted, String sentence) {}

    /** Nothing with fewer than 30 series or when nothing was demanded. */
    public static Optional<Finding> of(BucketCalendar calendar, RatioEstimate then, RatioEstimate now) {
        if (now.series() < FEWEST || then.series() < FEWEST || now.demand() == 0 || then.demand() == 0) {
            return Optional.empty();
        }
        double band = BAND * Math.hypot(then.standardError(), now.standardError());
        boolean drifted = now.ratio() > then.ratio() + band;
        return Optional.of(new Finding(
                drifted,
                String.format(
                        Locale.ROOT,
                        "calendar %s: loss %.3f at the first step over %d series, held out %.3f, band up to %.3f: %s",
                        calendar,
                        now.ratio(),
                        now.series(),
                        then.ratio(),
                        then.ratio() + band,
                        drifted ? "drift" : "no drift")));
    }

    /** One sentence of all findings. */
    public static String explain(List<Finding> findings) {
        List<String> sentences = new ArrayList<>();
        findings.forEach(f -> sentences.add(f.sentence()));
        return String.join("; ", sentences);
    }
}
