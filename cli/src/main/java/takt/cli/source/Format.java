package takt.cli.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text file is written.
 *
 * @param hasMark whether a byte order mark comes first
 */
record Format(Charset charset, boolean hasMark, char separator) {

    /** What is unusual about it, in words; empty for UTF-8 with commas. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (!charset.equals(StandardCharsets.UTF_8)) {
            words.add(charset.name());
        }
        if (separator != ',') {
            words.add(separator == '\t' ? "tab-separated" : "separator " + separator);
        }
        return words;
    }
}
