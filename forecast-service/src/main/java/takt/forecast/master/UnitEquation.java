package takt.forecast.master;

import java.math.BigDecimal;
import java.math.RoundingMode;
import takt.kernel.UnitCode;

/**
 * An amount of one unit and what it equals in another: 1 set equals 4 pieces, 0.35 kg equal 1 piece. Both are above
 * zero; two numbers are exact where one factor, as 1/0.35, is not.
 */
public record UnitEquation(BigDecimal amount, BigDecimal equals) {

    static UnitEquation between(UnitCode from, UnitCode to) {
        return new UnitEquation(to.size(), from.size());
    }

    /** The same equation said in a unit that measures what its own does: 148 pieces a kilogram are 0.148 a gram. */
    UnitEquation from(UnitCode unit, UnitCode own) {
        return new UnitEquation(amount.multiply(own.size()), equals.multiply(unit.size()));
    }

    /** @throws ArithmeticException when the result is no whole number of thousandths */
    public BigDecimal convert(BigDecimal quantity) {
        return quantity.multiply(equals).divide(amount, 3, RoundingMode.UNNECESSARY);
    }
}
