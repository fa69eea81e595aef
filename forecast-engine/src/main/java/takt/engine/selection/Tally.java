package takt.engine.selection;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import takt.engine.backtest.Score;

/**
 * What races said, by segment and model. Not every model runs on every series, so each score keeps the reference's
 * on the same buckets beside it. Tallies add up.
 */
public final class Tally {

    /** Its score stands beside every other. */
    public static final String REFERENCE = "last-12";

    private final Map<Segment, Map<String, Duel>> bySegment = new TreeMap<>();

    /** A model's score and the reference's on the same buckets. */
    public record Duel(Score own, Score reference) {

        Duel plus(Duel o) {
            return new Duel(own.plus(o.own), reference.plus(o.reference));
        }

        /** Quantile loss against the reference's; below 1 is better. */
        double relative() {
            return own.pinball() / Math.max(1e-9, reference.pinball());
        }
    }

    /** Takes the scores of one series. */
    public void learn(Segment segment, Map<String, Score> scores) {
        Score reference = scores.getOrDefault(REFERENCE, Score.NOTHING);
        scores.forEach((model, score) -> add(segment, model, new Duel(score, reference)));
    }

    public void add(Segment segment, String model, Duel duel) {
        bySegment.computeIfAbsent(segment, s -> new TreeMap<>()).merge(model, duel, Duel::plus);
    }

    public void add(Tally other) {
        other.forEach((segment, models) -> models.forEach((model, duel) -> add(segment, model, duel)));
    }

    public void forEach(BiConsumer<Segment, Map<String, Duel>> each) {
        bySegment.forEach(each);
    }

    Map<String, Duel> of(Segment segment) {
        return bySegment.getOrDefault(segment, Map.of());
    }

    Map<String, Duel> overall() {
        Map<String, Duel> all = new TreeMap<>();
        forEach((segment, models) -> models.forEach((model, duel) -> all.merge(model, duel, Duel::plus)));
        return all;
    }
}
