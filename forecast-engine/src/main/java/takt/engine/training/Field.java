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
import takt.engine.model.GlobalRegression;
import takt.engine.model.SeriesContext;
import takt.engine.selection.Champions;
import takt.engine.selection.Choice;
import takt.engine.selection.Segment;
import takt.engine.tribuo.RegressionModel;

/** The forecasters that may run at one origin. */
public record Field(Optional<RegressionModel> regression, Set<String> candidates) {

    /** The models that may be chosen and those that are shown beside them, ready for every series of the fold. */
    public List<Forecaster> racers(Fold fold) {
        List<Forecaster> all = new ArrayList<>(Forecasters.comparators());
        all.addAll(candidates(regression.map(r -> new GlobalRegression(r.means(fold.contexts(), fold.horizon())))));
        return all;
    }

    /** A series' forecaster and why it got that. */
    record Chosen(Forecaster forecaster, Choice choice) {}

    /** One per series of the fold; the regression speaks only for those that need it. */
    List<Chosen> chosen(Fold fold, Champions champions) {
        List<Forecaster> promised = candidates(regression.map(r -> GlobalRegression.promised()));
        List<Choice> choices = fold.contexts().stream()
                .map(c -> champions.choose(
                        Segment.of(c),
                        promised.stream()
                                .filter(f -> f.accepts(c))
                                .map(Forecaster::name)
                                .collect(Collectors.toSet())))
                .toList();
        List<SeriesContext> asked = IntStream.range(0, choices.size())
                .filter(i -> Forecasters.needsRegression(choices.get(i).model()))
                .mapToObj(fold.contexts()::get)
                .toList();
        Map<String, Forecaster> byName =
                candidates(regression.map(r -> new GlobalRegression(r.means(asked, fold.horizon())))).stream()
                        .collect(Collectors.toMap(Forecaster::name, Function.identity()));
        return choices.stream()
                .map(choice -> new Chosen(
                        Optional.ofNullable(byName.get(choice.model())).orElseThrow(), choice))
                .toList();
    }

    private List<Forecaster> candidates(Optional<GlobalRegression> speaking) {
        return speaking.map(Forecasters::with).orElseGet(Forecasters::locals).stream()
                .filter(f -> candidates.contains(f.name()))
                .toList();
    }
}
