package takt.cli.source;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What the user says of a file; null is found out. */
public record Asked(
        @Nullable Charset charset,
        @Nullable Character separator,
        @Nullable Boolean hasDecimalComma) {

    public static final Asked NOTHING = new Asked(null, null, null);
}
