package takt.engine.hierarchy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;

/**
 * The demand of a group, added up part after part; no part is kept. Where some of the parts that have had a known
 * bucket are unknown, those that are known stand for them; where none is known, so is the group.
 */
public final class GroupHistory {

    // all from the last bucket backwards
    private double[] sums = {0};
    private int[] known = {0};
    private int[] begun = {0};
    private @Nullable DemandSeries any;

    /**
     * A part that still waits for its predecessor's place adds nothing: its demand is the predecessor's too. Neither does
     * one that was replaced and of which nothing is known since: its successor has all of its demand.
     *
     * @param part ends in the same bucket of the same calendar as all others
     */
    public void add(DemandSeries part) {
        any = part;
        boolean isReplaced = part.inUse().isOver(part.last()) && !part.inUse().isOver(part.first());
        if (part.inUse().isYetToCome(part.last()) || isReplaced) {
            return;
        }
        double[] values = part.values();
        if (values.length > sums.length) {
            sums = Arrays.copyOf(sums, values.length);
            known = Arrays.copyOf(known, values.length);
            begun = Arrays.copyOf(begun, values.length);
        }
        boolean first = true;
        for (int t = 0; t < values.length; t++) {
            int back = values.length - 1 - t;
            if (!Double.isNaN(values[t])) {
                sums[back] += values[t];
                known[back]++;
                begun[back] += first ? 1 : 0;
                first = false;
            }
        }
    }

    /**
     * @throws IllegalStateException when no part was added
     */
    public DemandSeries series(SeriesKey key) {
        if (any == null) {
            throw new IllegalStateException("The group (%s) has no part.".formatted(key));
        }
        double[] values = new double[sums.length];
        int expected = 0;
        for (int t = 0; t < values.length; t++) {
            int back = values.length - 1 - t;
            expected += begun[back];
            values[t] = known[back] == 0 ? Double.NaN : sums[back] * expected / known[back];
        }
        return new DemandSeries(
                key, any.calendar(), any.calendar().plus(any.last(), 1 - values.length), values, any.season());
    }
}
