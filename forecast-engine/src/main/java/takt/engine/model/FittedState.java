package takt.engine.model;

import java.util.SortedMap;
import java.util.TreeMap;

/** What a forecaster learnt from one series: named arrays, nothing else. It is what gets stored. */
public record FittedState(String model, SortedMap<String, double[]> arrays) {

    public static FittedState of(String model, String name, double... values) {
        FittedState state = new FittedState(model, new TreeMap<>());
        return state.with(name, values);
    }

    public FittedState with(String name, double... values) {
        SortedMap<String, double[]> more = new TreeMap<>(arrays);
        more.put(name, values);
        return new FittedState(model, more);
    }

    public double[] array(String name) {
        double[] values = arrays.get(name);
        if (values == null) {
            throw new IllegalArgumentException(
                    "The state of model (%s) has no array (%s), only %s.".formatted(model, name, arrays.keySet()));
        }
        return values;
    }

    public double value(String name) {
        return array(name)[0];
    }
}
