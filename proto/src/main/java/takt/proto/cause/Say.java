package takt.proto.cause;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Figures of a cause inside sentences, alike on every machine. */
final class Say {

    private Say() {}

    static String count(CauseParts c, String figure, String one, String many) {
        double count = c.figure(figure, 0);
        return round(count) + " " + (count == 1 ? one : many);
    }

    static String say(CauseParts c, String words, String... figures) {
        return String.format(
                Locale.ROOT,
                words,
                List.of(figures).stream().map(f -> c.figure(f, Double.NaN)).toArray());
    }

    static String round(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
