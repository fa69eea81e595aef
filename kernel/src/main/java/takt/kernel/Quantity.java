package takt.kernel;

import java.math.BigDecimal;

/** An exact amount, at least zero, in thousandths of its unit. Never a floating-point number. */
public record Quantity(long thousandths, UnitCode unit) {

    public static final long LIMIT = 9_000_000_000_000_000L;

    public Quantity {
        if (thousandths < 0 || thousandths > LIMIT) {
            throw new IllegalArgumentException(
                    "The quantity (%d thousandths of %s) must lie in 0..%d.".formatted(thousandths, unit, LIMIT));
        }
    }

    public static Quantity of(long whole, UnitCode unit) {
        return new Quantity(Math.multiplyExact(whole, 1000L), unit);
    }

    /** Thousandths of a decimal with at most three digits after the point; throws ArithmeticException otherwise. */
    public static long thousandths(BigDecimal amount) {
        return amount.movePointRight(3).longValueExact();
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(thousandths, sameUnit(other).thousandths), unit);
    }

    /** What is left, never below zero. */
    public Quantity minusFloored(Quantity other) {
        return new Quantity(Math.max(0, thousandths - sameUnit(other).thousandths), unit);
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(thousandths, 3);
    }

    @Override
    public String toString() {
        return amount().stripTrailingZeros().toPlainString() + " " + unit.label() + (thousandths == 1000 ? "" : "s");
    }

    private Quantity sameUnit(Quantity other) {
        if (other.unit != unit) {
            throw new IllegalArgumentException(
                    "The units differ (%s and %s).%nMaybe convert one by the part's factor first."
                            .formatted(unit, other.unit));
        }
        return other;
    }
}
