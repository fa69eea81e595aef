package takt.cli.lab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text: no more digits than they are worth, the same on every machine. */
final class Figures {

    private static final MathContext DIGITS = new MathContext(8, RoundingMode.HALF_EVEN);

    /** What sums of doubles leave of nothing. */
    private static final double NOTHING = 1e-9;

    private Figures() {}

    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        return new BigDecimal(Math.abs(value) < NOTHING ? 0 : value)
                .round(DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String three(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "-";
    }
}
