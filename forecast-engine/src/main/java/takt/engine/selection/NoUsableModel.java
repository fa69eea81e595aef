package takt.engine.selection;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import takt.engine.model.Forecasters;
import takt.engine.model.Regression;

/** None of the models that may be chosen can forecast some of the parts. */
public final class NoUsableModel extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NoUsableModel(Set<String> candidates, Segment segment) {
        super("None of the models (%s) can forecast %s: %s.%nMaybe add nb-ew, which needs one bucket."
                .formatted(String.join(", ", new TreeSet<>(candidates)), segment, needs(candidates)));
    }

    private static String needs(Set<String> candidates) {
        return new TreeSet<>(candidates)
                .stream()
                        .map(
                                name -> name + " needs "
                                        + (name.contains("schedule")
                                                ? "a schedule and a usage"
                                                : Forecasters.named(name).regressions().stream()
                                                                .noneMatch(r -> r != Regression.ELASTIC_NET)
                                                        ? "several parts with enough history"
                                                        : "several parts with enough history, and a machine on which XGBoost's library loads"))
                        .collect(Collectors.joining("; "));
    }
}
