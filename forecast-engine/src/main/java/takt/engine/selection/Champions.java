package takt.engine.selection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import takt.engine.model.Forecasters;
import takt.engine.selection.ChoiceCause.Fallback;
import takt.engine.selection.ChoiceCause.HeldOut;
import takt.engine.selection.ChoiceCause.NothingHeldOut;
import takt.engine.selection.ChoiceCause.Yardstick;
import takt.engine.selection.Tally.Duel;

/**
 * Chooses by what held-out buckets said: a segment gets the forecaster with the lowest loss ({@link Duel#relative}) over all its
 * series, measured against the last twelve buckets' own quantiles on the same buckets, since not every forecaster ran
 * on all of them. A combination that is within 1 % of the lowest is taken instead: which of two that are so alike wins
 * is chance, and an average errs less when the next year is another one (elastic net against boosted trees on 2,674 car
 * parts: 0.847 to 0.854 in one year, 0.874 to 0.862 in the next). The fewer a segment's buckets, the more the loss over all segments counts. There is no winner per
 * part: letting a part leave its champion for one that was a fifth better on its own two dozen buckets raised the
 * loss on 2,674 car parts from 0.861 to 0.871.
 */
public final class Champions {

    private static final String BASELINE = "seasonal-naive";
    /** Where nothing was held out: what is needed by a schedule, where there is one; else the model for short histories. */
    private static final List<String> FALLBACKS = List.of("schedule-driven", "nb-ew");

    private static final double ALIKE = 1.01;
    private static final double VETO = 2;
    private static final int ENOUGH_TO_VETO = 12;
    private static final double SHRINKAGE = 6000;

    private final Set<String> candidates;
    private final Tally tally;
    private final Map<String, Duel> overall;

    /** @param tally what held-out buckets said; it may not change any more */
    public Champions(Set<String> candidates, Tally tally) {
        this.candidates = candidates;
        this.tally = tally;
        this.overall = tally.overall();
    }

    /** Chooses among the models a series of the segment can use now. */
    public Choice choose(Segment segment, Set<String> usable) {
        Map<String, Duel> scores = tally.of(segment);
        Map<String, Double> losses = new TreeMap<>();
        scores.forEach((model, duel) -> {
            if (candidates.contains(model)
                    && usable.contains(model)
                    && duel.own().actual() > 0) {
                losses.put(model, shrunk(model, duel));
            }
        });
        veto(losses, scores);
        return lowest(losses, Double.POSITIVE_INFINITY, model -> true)
                .map(least -> {
                    double limit = ALIKE * Objects.requireNonNull(losses.get(least));
                    String chosen = lowest(
                                    losses,
                                    limit,
                                    model -> Forecasters.named(model).isCombination())
                            .orElse(least);
                    return new Choice(chosen, heldOut(segment, chosen, least, scores));
                })
                .orElseGet(() -> fallback(segment, usable));
    }

    /** Its own buckets may be few, but a model that lost twice as much on them as another one is not for the segment. */
    private static void veto(Map<String, Double> losses, Map<String, Duel> scores) {
        double least = losses.keySet().stream()
                .mapToDouble(m -> Objects.requireNonNull(scores.get(m)).relative())
                .min()
                .orElse(0);
        losses.keySet().removeIf(m -> {
            Duel duel = Objects.requireNonNull(scores.get(m));
            return duel.own().buckets() >= ENOUGH_TO_VETO && duel.relative() > VETO * least;
        });
    }

    private Choice fallback(Segment segment, Set<String> usable) {
        String model = Stream.concat(FALLBACKS.stream(), usable.stream().sorted())
                .filter(usable::contains)
                .filter(candidates::contains)
                .findFirst()
                .orElseThrow(() -> new NoUsableModel(candidates, segment));
        Fallback fallback = model.equals(FALLBACKS.get(0)) ? Fallback.SCHEDULE : Fallback.SHORT_HISTORY;
        return new Choice(model, new NothingHeldOut(model, segment.toString(), fallback));
    }

    /** The model with the lowest loss, of those that are not above a limit. */
    private static Optional<String> lowest(Map<String, Double> losses, double limit, Predicate<String> which) {
        return losses.entrySet().stream()
                .filter(e -> e.getValue() <= limit && which.test(e.getKey()))
                .min(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private double shrunk(String model, Duel own) {
        Duel all = overall.getOrDefault(model, own);
        double weight = own.own().buckets() / (own.own().buckets() + SHRINKAGE);
        return weight * own.relative() + (1 - weight) * all.relative();
    }

    /** @param least the model with the lowest loss */
    private static HeldOut heldOut(Segment segment, String chosen, String least, Map<String, Duel> scores) {
        Duel duel = Objects.requireNonNull(scores.get(chosen));
        // the comparators run on every series; the seasonal naive only where it may be chosen and a season is known
        boolean naive = scores.containsKey(BASELINE);
        double baseline = naive
                ? Objects.requireNonNull(scores.get(BASELINE)).own().wql()
                : duel.reference().wql();
        return new HeldOut(
                chosen,
                segment.toString(),
                duel.own().wql(),
                duel.own().buckets(),
                1 - duel.own().wql() / baseline,
                naive ? Yardstick.SEASONAL_NAIVE : Yardstick.LAST_TWELVE,
                chosen.equals(least) ? "" : least);
    }
}
