package takt.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    void twelveAndAHalfKilogramsAre12500Thousandths() {
        assertThat(Quantity.thousandths(new BigDecimal("12.5"))).isEqualTo(12_500);
        assertThat(new Quantity(12_500, UnitCode.KGM)).hasToString("12.5 kilograms");
        assertThat(Quantity.of(1, UnitCode.H87)).hasToString("1 piece");
    }

    @Test
    void aTenThousandthIsTooFine() {
        assertThatThrownBy(() -> Quantity.thousandths(new BigDecimal("0.0001")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void lessThanNothingIsRefusedWithItsValue() {
        assertThatThrownBy(() -> new Quantity(-1, UnitCode.H87)).hasMessageContaining("-1");
    }

    @Test
    void piecesAndKilogramsDoNotAddUp() {
        assertThatThrownBy(() -> Quantity.of(1, UnitCode.H87).plus(Quantity.of(1, UnitCode.KGM)))
                .hasMessageContaining("H87")
                .hasMessageContaining("KGM");
    }

    @Test
    void sevenHundredAskedSixHundredPromisedLeavesAHundredAndNeverLessThanNothing() {
        Quantity asked = Quantity.of(700, UnitCode.H87);
        Quantity promised = Quantity.of(600, UnitCode.H87);
        assertThat(asked.minusFloored(promised)).isEqualTo(Quantity.of(100, UnitCode.H87));
        assertThat(promised.minusFloored(asked)).isEqualTo(Quantity.of(0, UnitCode.H87));
    }
}
