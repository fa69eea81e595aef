package takt.cli.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text file is written.
 *
 * @param hasMark whether a byte order mark comes first
 * @param hasDecimalComma whether numbers are written with a comma
 */
record Format(Charset charset, boolean hasMark, char separator, boolean hasDecimalComma) {

    static final Format PLAIN = new Format(StandardCharsets.UTF_8, false, ',', false);

    /** What is unusual about it, in words; empty for UTF-8 with commas and points. */
    String words() {
        List<String> words = new ArrayList<>();
        if (!charset.equals(StandardCharsets.UTF_8)) {
            words.add(charset.name());
        }
        if (separator != ',') {
            words.add(separator == '\t' ? "tab-separated" : "separator " + separator);
        }
        if (hasDecimalComma) {
            words.add("decimal comma");
        }
        return String.join(", ", words);
    }
}
