package takt.engine.training;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import takt.engine.backtest.Score;
import takt.engine.selection.Champions;
import takt.engine.selection.Segment;
import takt.engine.selection.Tally;
import takt.engine.training.Race.Heat;

/**
 * Gathers races into champions. All races are heard once for the older origins, and then once more for the newest:
 * what would have been selected is judged there by what only the older ones said.
 */
public final class Verdict {

    /** Name of what would have been published. */
    public static final String SELECTED = "selected";

    private final Set<String> candidates;
    private final Tally older = new Tally();

    public Verdict(Set<String> candidates) {
        this.candidates = candidates;
    }

    /** The first pass. */
    public void hear(Race race) {
        race.older().values().forEach(older::add);
    }

    /** Ends the first pass. */
    public ChampionSelection selection() {
        return new ChampionSelection();
    }

    /** The second pass. */
    public final class ChampionSelection {

        private final Champions then = new Champions(candidates, older);
        private final Tally newest = new Tally();
        private final Map<Segment, Map<String, Score>> accuracy = new TreeMap<>();
        private final Map<Segment, Integer> series = new TreeMap<>();

        private ChampionSelection() {}

        public void hear(Race race) {
            for (Heat heat : race.newest()) {
                series.merge(heat.segment(), 1, Integer::sum);
                newest.learn(heat.segment(), heat.scores());
                Map<String, Score> own = accuracy.computeIfAbsent(heat.segment(), s -> new TreeMap<>());
                heat.scores().forEach((model, score) -> own.merge(model, score, Score::plus));
                own.merge(SELECTED, Objects.requireNonNull(heat.scores().get(selected(heat))), Score::plus);
            }
        }

        /** What would have been selected for a series at the newest origin. */
        public String selected(Heat heat) {
            return then.choose(heat.segment(), heat.choosable()).model();
        }

        /** Score per segment and model at the newest origin, {@link #SELECTED} among them. */
        public Map<Segment, Map<String, Score>> accuracy() {
            return accuracy;
        }

        /** Series that were judged. */
        public int series() {
            return series.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Series of a segment that were judged. */
        public int series(Segment segment) {
            return series.getOrDefault(segment, 0);
        }

        /** Ends the second pass: champions of what all origins said. */
        public Champions champions() {
            Tally all = new Tally();
            all.add(older);
            all.add(newest);
            return new Champions(candidates, all);
        }
    }
}
