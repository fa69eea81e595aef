package takt.engine.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import takt.engine.backtest.Fold;
import takt.engine.backtest.Score;
import takt.engine.model.Forecasters;
import takt.engine.selection.Segment;
import takt.engine.selection.Tally;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;

/**
 * How every model did on a shard of series.
 *
 * @param older tally per origin before the newest, by how many horizons it lies back, 2 or more
 * @param newest what every model scored on each series at the newest origin
 */
public record Race(Map<Integer, Tally> older, List<Heat> newest) {

    /** One series at one origin. */
    public record Heat(SeriesKey key, Segment segment, Map<String, Score> scores) {

        /** Names of the models that may be chosen for the series. */
        public Set<String> choosable() {
            return scores.keySet().stream()
                    .filter(name -> Forecasters.comparators().stream()
                            .noneMatch(c -> c.name().equals(name)))
                    .collect(Collectors.toSet());
        }
    }

    /**
     * Runs the shard at every origin that is raced.
     *
     * @param fields forecasters by how many horizons the origin lies back
     * @param afterEach is told after each series at each origin, from many threads
     */
    public static Race run(
            List<DemandSeries> shard, OriginPass.OriginViews views, Map<Integer, Field> fields, Runnable afterEach) {
        Map<Integer, Tally> older = new TreeMap<>();
        List<Heat> newest = new ArrayList<>();
        for (int back : views.raced()) {
            Fold fold = views.at(back).fold(shard);
            Field field = java.util.Objects.requireNonNull(fields.get(back));
            List<Map<String, Score>> scores = fold.race(field.racers(fold), afterEach);
            Tally tally = new Tally();
            for (int i = 0; i < scores.size(); i++) {
                Segment segment = Segment.of(fold.contexts().get(i));
                tally.learn(segment, scores.get(i));
                if (back == 1) {
                    newest.add(new Heat(fold.key(i), segment, new LinkedHashMap<>(scores.get(i))));
                }
            }
            if (back > 1) {
                older.put(back, tally);
            }
        }
        return new Race(older, newest);
    }
}
