package takt.cli.source;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What the user says of a file; null is found out.
 *
 * @param dateFormat pattern of all dates, as dd/MM/yyyy
 * @param sameKey what several rows about the same thing mean
 */
public record Asked(
        @Nullable Charset charset,
        @Nullable Character separator,
        @Nullable Boolean hasDecimalComma,
        @Nullable String dateFormat,
        SameKey sameKey) {

    public static final Asked NOTHING = new Asked(null, null, null);

    public Asked(@Nullable Charset charset, @Nullable Character separator, @Nullable Boolean hasDecimalComma) {
        this(charset, separator, hasDecimalComma, null, SameKey.refuse);
    }
}
