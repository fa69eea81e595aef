package takt.engine.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import takt.engine.backtest.Fold;
import takt.engine.backtest.Score;
import takt.engine.model.SeriesContext;

/**
 * Chooses by what held-out buckets said: a segment gets the forecaster with the lowest quantile loss over all its
 * series, measured against the last twelve buckets' own quantiles on the same buckets, since not every forecaster ran
 * on all of them. The fewer a segment's buckets, the more the loss over all segments counts. There is no winner per
 * part: letting a part leave its champion for one that was a fifth better on its own two dozen buckets raised the
 * loss on 2,674 car parts from 0.861 to 0.871.
 */
public final class Champions {

    private static final String BASELINE = "seasonal-naive";
    private static final String REFERENCE = "last-12";
    private static final String FALLBACK = "nb-ew";
    private static final double SHRINKAGE = 2000;

    private final Set<String> candidates;
    private final Map<Segment, Map<String, Duel>> bySegment = new TreeMap<>();
    private final Map<String, Duel> overall = new TreeMap<>();

    /** A forecaster's score and the reference's on the same buckets. */
    private record Duel(Score own, Score reference) {

        Duel plus(Duel o) {
            return new Duel(own.plus(o.own), reference.plus(o.reference));
        }

        double relative() {
            return own.pinball() / Math.max(1e-9, reference.pinball());
        }
    }

    public Champions(Set<String> candidates) {
        this.candidates = candidates;
    }

    /** Takes the scores of one fold, in the order of its contexts. */
    public void learn(Fold fold, List<Map<String, Score>> scores) {
        for (int i = 0; i < scores.size(); i++) {
            Map<String, Duel> shared =
                    bySegment.computeIfAbsent(Segment.of(fold.contexts().get(i)), s -> new TreeMap<>());
            Score reference = scores.get(i).getOrDefault(REFERENCE, Score.NOTHING);
            scores.get(i).forEach((model, score) -> {
                Duel duel = new Duel(score, reference);
                shared.merge(model, duel, Duel::plus);
                overall.merge(model, duel, Duel::plus);
            });
        }
    }

    /** Chooses among the models the series can use now. */
    public Choice choose(SeriesContext context, Set<String> usable) {
        Segment segment = Segment.of(context);
        Map<String, Duel> scores = bySegment.getOrDefault(segment, Map.of());
        Optional<String> champion = scores.entrySet().stream()
                .filter(e -> candidates.contains(e.getKey()) && usable.contains(e.getKey()))
                .filter(e -> e.getValue().own().actual() > 0)
                .min(Comparator.comparingDouble((Map.Entry<String, Duel> e) -> shrunk(e.getKey(), e.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
        return champion.map(c -> new Choice(c, reason(segment, c, scores))).orElseGet(() -> {
            String model = usable.contains(FALLBACK)
                    ? FALLBACK
                    : usable.stream().sorted().findFirst().orElseThrow();
            return new Choice(
                    model, model + ": nothing was held out for " + segment + " yet, so the model for short histories.");
        });
    }

    private double shrunk(String model, Duel own) {
        Duel all = overall.getOrDefault(model, own);
        double weight = own.own().buckets() / (own.own().buckets() + SHRINKAGE);
        return weight * own.relative() + (1 - weight) * all.relative();
    }

    private static String reason(Segment segment, String champion, Map<String, Duel> scores) {
        Duel nothing = new Duel(Score.NOTHING, Score.NOTHING);
        Score score = scores.getOrDefault(champion, nothing).own();
        Score naive = scores.getOrDefault(BASELINE, scores.getOrDefault(champion, nothing))
                .own();
        return String.format(
                Locale.ROOT,
                "%s: champion of %s, weighted quantile loss %.3f over %d held-out buckets, %.0f %% below seasonal naive.",
                champion,
                segment,
                score.wql(),
                score.buckets(),
                100 * (1 - score.wql() / naive.wql()));
    }
}
