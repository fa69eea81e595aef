package takt.forecast.registry;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import takt.engine.backtest.PairedDifference;
import takt.engine.backtest.Score;

/** Two model versions on the same held-out buckets, in all and by the challenger's segments. */
public final class Comparison {

    private final String basis;
    private final PairedDifference overall = new PairedDifference();
    private final Map<String, PairedDifference> bySegment = new TreeMap<>();

    /** @param sameBuckets whether both held out the same buckets when they were trained */
    public Comparison(boolean sameBuckets, LocalDate champion, LocalDate challenger) {
        this.basis = sameBuckets
                ? "Both held out the same buckets before %s; each is judged by what it would have published then."
                        .formatted(challenger)
                : "The challenger held out the buckets before %s; the champion of %s is judged there by the models it chose, which may have seen some of those buckets."
                        .formatted(challenger, champion);
    }

    public void add(String segment, Score champion, Score challenger) {
        overall.add(champion, challenger);
        bySegment.computeIfAbsent(segment, s -> new PairedDifference()).add(champion, challenger);
    }

    /** How the two came to the same buckets, one sentence. */
    public String basis() {
        return basis;
    }

    public PairedDifference overall() {
        return overall;
    }

    public Map<String, PairedDifference> bySegment() {
        return bySegment;
    }
}
