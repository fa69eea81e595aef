package takt.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import takt.engine.Examples;

/** What every forecaster keeps, found by the list: a new one is held to it the day it is added. */
class ForecasterContractTest {

    private static final int HORIZON = 12;
    private static final PoolStatistics POOL = PoolStatistics.of(List.of());

    /** Histories as they come on a bad day. */
    private static final List<double[]> ODD = List.of(
            new double[] {7},
            new double[] {0, 0, 0},
            new double[] {Double.NaN, 3},
            new double[] {1e12, 1e12, 0},
            new double[] {5, 5, 5, 5},
            new double[] {0, 1e-9, 0, 1e-9, 0, 1e-9, 0, 1e-9},
            new double[40],
            IntStream.range(0, 40).mapToDouble(t -> t % 12 == 0 ? 1e12 : 1).toArray(),
            IntStream.range(0, 40).mapToDouble(t -> t % 3 == 0 ? Double.NaN : t).toArray());

    private static Stream<Forecaster> all() {
        return Stream.concat(Forecasters.comparators().stream(), Forecasters.with(RegressionMeans.NONE).stream());
    }

    @TestFactory
    Stream<DynamicTest> oddHistoriesGetAForecastThatSaysHowItCameAbout() {
        return all().map(forecaster -> DynamicTest.dynamicTest(forecaster.name(), () -> {
            for (double[] values : ODD) {
                SeriesContext context = Examples.context(values);
                if (forecaster.accepts(context)) {
                    FittedState state = forecaster.learn(context, POOL);
                    assertThat(forecaster.explain(state, context)).isNotEmpty();
                    assertThat(forecaster.explain(state, context).toString()).doesNotContain("NaN", "Infinity");
                    for (Prediction step : forecaster.forecast(state, context, HORIZON)) {
                        assertThat(step.mean())
                                .as(Arrays.toString(values))
                                .isFinite()
                                .isNotNegative();
                        assertThat(step.quantiles())
                                .as(Arrays.toString(values))
                                .doesNotContain(Double.NaN)
                                .isSorted();
                    }
                }
            }
        }));
    }

    private static Map<String, List<Double>> numbers(FittedState state) {
        Map<String, List<Double>> numbers = new TreeMap<>();
        state.arrays()
                .forEach((name, values) ->
                        numbers.put(name, Arrays.stream(values).boxed().toList()));
        return numbers;
    }

    @TestFactory
    Stream<DynamicTest> theSameHistoryTeachesTheSameToTheLastBitAndLeavesItAsItWas() {
        return all().map(forecaster -> DynamicTest.dynamicTest(forecaster.name(), () -> {
            double[] values = IntStream.range(0, 40)
                    .mapToDouble(t -> 20 + 7 * Math.sin(t) + t % 4)
                    .toArray();
            double[] before = values.clone();
            SeriesContext context = Examples.context(values);
            if (forecaster.accepts(context)) {
                assertThat(numbers(forecaster.learn(context, POOL)))
                        .isEqualTo(numbers(forecaster.learn(context, POOL)));
                assertThat(values).isEqualTo(before);
            }
        }));
    }

    @Test
    void namesAreTheirOwnAndFoundAgain() {
        List<String> names = all().map(Forecaster::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names)
                .allSatisfy(name -> assertThat(Forecasters.named(name).name()).isEqualTo(name));
    }
}
