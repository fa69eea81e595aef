package takt.forecast.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a plant's calendar says of its weeks. */
class PlantWeeksTest {

    private static final LocalDate W51 = LocalDate.of(2026, 12, 14);

    /** Three days in W52, none in W53: the one is named as worked, the other as closed, W51 as neither. */
    @Test
    void onlyWhatIsNamedIsKnownToBeWorked() {
        PlantWeeks plant = new PlantWeeks(new TreeMap<>(Map.of(W51.plusWeeks(1), 3, W51.plusWeeks(2), 0)));
        assertThat(plant.working()).containsExactly(W51.plusWeeks(1));
        assertThat(plant.closed(W51, W51.plusWeeks(1))).isZero();
        assertThat(plant.closed(W51.plusWeeks(1), W51.plusWeeks(2))).isEqualTo(0.4);
        assertThat(plant.closed(W51.plusWeeks(2), W51.plusWeeks(3))).isEqualTo(1);
    }
}
