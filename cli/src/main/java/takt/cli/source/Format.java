package takt.cli.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a text file is written.
 *
 * @param hasMark whether a byte order mark comes first
 * @param decimalCommas places of the columns of numbers, where these are written with a comma; from 0
 * @param unproven places of columns of numbers that showed whole ones only, where a comma or point may mean two things
 */
record Format(Charset charset, boolean hasMark, char separator, Set<Integer> decimalCommas, Set<Integer> unproven) {

    Format with(Set<Integer> decimal, Set<Integer> open) {
        return new Format(charset, hasMark, separator, decimal, open);
    }

    /** What is unusual about it, in words; empty for UTF-8 with commas and points. */
    String words() {
        List<String> words = new ArrayList<>();
        if (!charset.equals(StandardCharsets.UTF_8)) {
            words.add(charset.name());
        }
        if (separator != ',') {
            words.add(separator == '\t' ? "tab-separated" : "separator " + separator);
        }
        if (!decimalCommas.isEmpty()) {
            words.add("decimal comma");
        }
        return String.join(", ", words);
    }
}
