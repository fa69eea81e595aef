package takt.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import takt.engine.backtest.Fold;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.Regression;
import takt.engine.model.RegressionMeans;
import takt.engine.model.SeriesContext;
import takt.engine.selection.Champions;
import takt.engine.selection.Choice;
import takt.engine.selection.Segment;
import takt.engine.tribuo.Regressions;

/** The forecasters that may run at one origin. */
public record Field(Regressions regressions, Set<String> candidates) {

    /** The models that may be chosen and those that are shown beside them, ready for every series of the fold. */
    public List<Forecaster> racers(Fold fold) {
        List<Forecaster> all = new ArrayList<>(Forecasters.comparators());
        all.addAll(candidates(regressions.means(fold.contexts(), fold.horizon())));
        return all;
    }

    /** A series' forecaster and why it got that. */
    record Chosen(Forecaster forecaster, Choice choice) {}

    /** One per series of the fold; the regressions speak only for those that need one. */
    List<Chosen> chosen(Fold fold, Champions champions) {
        List<Forecaster> promised = candidates(RegressionMeans.promised(regressions.kinds()));
        List<Choice> choices = fold.contexts().stream()
                .map(c -> champions.choose(
                        Segment.of(c),
                        promised.stream()
                                .filter(f -> f.accepts(c))
                                .map(Forecaster::name)
                                .collect(Collectors.toSet())))
                .toList();
        Set<Regression> needed =
                Forecasters.regressions(choices.stream().map(Choice::model).collect(Collectors.toSet()));
        List<SeriesContext> asked = IntStream.range(0, choices.size())
                .filter(i ->
                        !Forecasters.named(choices.get(i).model()).regressions().isEmpty())
                .mapToObj(fold.contexts()::get)
                .toList();
        Map<String, Forecaster> byName = candidates(regressions.only(needed).means(asked, fold.horizon())).stream()
                .collect(Collectors.toMap(Forecaster::name, Function.identity()));
        return choices.stream()
                .map(choice -> new Chosen(
                        Optional.ofNullable(byName.get(choice.model())).orElseThrow(), choice))
                .toList();
    }

    private List<Forecaster> candidates(RegressionMeans means) {
        return Forecasters.with(means).stream()
                .filter(f -> candidates.contains(f.name()))
                .filter(f -> regressions.kinds().containsAll(f.regressions()))
                .toList();
    }
}
