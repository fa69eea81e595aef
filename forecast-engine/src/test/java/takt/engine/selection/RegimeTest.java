package takt.engine.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import takt.engine.Examples;

class RegimeTest {

    /** Interval between demands from 1.32 on is a pause; squared variation of sizes from 0.49 on is a wide one. */
    @ParameterizedTest
    @CsvSource({
        "4 5 4 5 4 5, SMOOTH",
        "1 1 1 9 1 1, ERRATIC",
        "0 5 0 5 0 5, INTERMITTENT",
        "0 1 0 9 0 1, LUMPY",
        "0 0 0 0 0 0, INTERMITTENT"
    })
    void theTruthTable(String values, Regime regime) {
        double[] demand = java.util.Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(Regime.of(Examples.monthly("P1", demand))).isEqualTo(regime);
    }
}
