package takt.capacity.declaration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static takt.capacity.Examples.FIRST;
import static takt.capacity.Examples.link;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import takt.capacity.Examples;
import takt.kernel.UnitCode;

class CapacityGroupTest {

    private static CapacityGroup group(List<CapacityLink> links, List<WeeklyCapacity> weeks) {
        return new CapacityGroup(new UUID(0, 1), 1, Examples.FOUNDRY, "Line 1", UnitCode.H87, links, weeks);
    }

    @Test
    void theMaximumIsNotBelowTheActual() {
        assertThatThrownBy(() -> new WeeklyCapacity(FIRST, 10, 9, OptionalLong.empty()))
                .hasMessageContaining("actual 10, maximum 9");
    }

    @Test
    void loadFactorsStandOnAllLinksOrOnNone() {
        CapacityLink bare = new CapacityLink(
                link("B", 1).part(), Examples.WORKS, link("B", 1).category(), java.util.Optional.empty());
        assertThatThrownBy(() -> group(List.of(link("A", 1.5), bare), List.of()))
                .hasMessageContaining("1 of 2 links");
    }

    @Test
    void unlimitedIsNoCapacity() {
        assertThatThrownBy(() -> new WeeklyCapacity(FIRST, 10, Long.MAX_VALUE, OptionalLong.empty()))
                .hasMessageContaining("9,000,000,000,000,000");
    }

    @Test
    void noWeekStandsTwice() {
        WeeklyCapacity week = new WeeklyCapacity(FIRST, 1, 1, OptionalLong.empty());
        assertThatThrownBy(() -> group(List.of(link("A", 1)), List.of(week, week)))
                .hasMessageContaining("2001-04-02");
    }

    @Test
    void aLoadFactorOfZeroIsRefused() {
        assertThatThrownBy(() -> link("A", 0)).hasMessageContaining("load factor");
    }
}
