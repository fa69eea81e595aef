package takt.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Several forecasters that speak as one; their quantiles are averaged level by level. */
public final class Combination implements Forecaster {

    private static final String OF = "/";

    private final String name;
    private final List<Forecaster> members;

    Combination(String name, List<Forecaster> members) {
        this.name = name;
        this.members = members;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isCombination() {
        return true;
    }

    @Override
    public boolean accepts(SeriesContext context) {
        return members.stream().allMatch(m -> m.accepts(context));
    }

    @Override
    public Set<Regression> regressions() {
        return members.stream().flatMap(m -> m.regressions().stream()).collect(Collectors.toSet());
    }

    @Override
    public List<LevelCause> explain(FittedState state, SeriesContext context) {
        return List.of(new LevelCause.SeveralAveraged());
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        SortedMap<String, double[]> arrays = new TreeMap<>();
        for (Forecaster member : members) {
            member.learn(context, pool).arrays().forEach((key, values) -> arrays.put(member.name() + OF + key, values));
        }
        return new FittedState(name, arrays);
    }

    @Override
    public Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        FittedState state = learnt;
        for (Forecaster member : members) {
            Optional<FittedState> own = member.at(part(learnt, member.name()), now);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            for (var array : own.get().arrays().entrySet()) {
                state = state.with(member.name() + OF + array.getKey(), array.getValue());
            }
        }
        return Optional.of(state);
    }

    @Override
    public List<String> inputNames() {
        TreeSet<String> names = new TreeSet<>();
        members.forEach(m -> names.addAll(m.inputNames()));
        return List.copyOf(names);
    }

    @Override
    public double[] inputs(SeriesContext context, int step) {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (Forecaster member : members) {
            double[] values = member.inputs(context, step);
            for (int i = 0; i < values.length; i++) {
                byName.put(member.inputNames().get(i), values[i]);
            }
        }
        return inputNames().stream()
                .mapToDouble(n -> byName.getOrDefault(n, 0.0))
                .toArray();
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        List<String> names = inputNames();
        return new Blend(members.stream()
                .map(m -> m.predict(
                        part(state, m.name()),
                        m.inputNames().stream()
                                .mapToDouble(n -> inputs[names.indexOf(n)])
                                .toArray()))
                .toList());
    }

    private static FittedState part(FittedState state, String member) {
        SortedMap<String, double[]> own = new TreeMap<>();
        state.arrays().forEach((key, values) -> {
            if (key.startsWith(member + OF)) {
                own.put(key.substring(member.length() + 1), values);
            }
        });
        return new FittedState(member, own);
    }
}
