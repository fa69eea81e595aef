package takt.ingest.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {

    private static final Cell<String> PART = Cell.text("part");
    private static final Cell<LocalDate> WEEK = Cell.date("week");
    private static final Cell<Long> QUANTITY = Cell.whole("quantity");
    private static final Shape DEMAND = Shape.of("demand", List.of(PART, WEEK), List.of(QUANTITY));
    private static final LocalDate W31 = LocalDate.of(2026, 7, 27);

    @Test
    void aFactIsToldByTheNamesOfItsCellsInWhateverOrder() {
        Fact fact = DEMAND.fact(QUANTITY.is(412_000L), WEEK.is(W31), PART.is("BRK-4711"));
        assertThat(fact.key()).containsExactly("BRK-4711", W31);
        assertThat(fact.values()).containsExactly(412_000L);
        assertThat(fact.get(QUANTITY)).isEqualTo(412_000L);
    }

    @Test
    void aFactThatLacksACellOrHasOneOfAnotherKindIsNone() {
        assertThatThrownBy(() -> DEMAND.fact(PART.is("BRK-4711"), QUANTITY.is(1L)))
                .hasMessage("A fact in demand lacks its week.");
        assertThatThrownBy(() -> DEMAND.fact(
                        PART.is("BRK-4711"), WEEK.is(W31), Cell.text("site").is("X")))
                .hasMessage("Facts in demand have no cell site.");
    }

    @Test
    void noCellStandsInAShapeTwice() {
        assertThatThrownBy(() -> Shape.of("demand", List.of(PART), List.of(PART)))
                .hasMessageContaining("no cell may stand in it twice");
        assertThatThrownBy(() -> Shape.of("demand", List.of(), List.of(PART))).hasMessageContaining("need a key");
    }
}
