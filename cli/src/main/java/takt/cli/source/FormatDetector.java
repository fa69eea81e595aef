package takt.cli.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds out how a text file is written: its encoding from a byte order mark, from zero bytes, or from whether all of it
 * is UTF-8; the separator from the first line that has one.
 */
final class FormatDetector {

    /** Opens the file from its beginning. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    private static final String SEPARATORS = ",;\t|";
    /** Lines among which the header is. */
    private static final int HEADER = 30;

    private FormatDetector() {}

    static Format detect(Source source, Asked asked) throws IOException {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(4096);
        }
        Charset marked = Charsets.marked(start);
        Charset charset =
                asked.charset() != null ? asked.charset() : marked != null ? marked : Charsets.guessed(start, source);
        boolean hasMark = marked != null && marked.equals(charset);
        Format bare = new Format(charset, hasMark, ',');
        try (LineReader reader = new LineReader(open(source, bare))) {
            return new Format(
                    charset, hasMark, asked.separator() != null ? asked.separator() : separator(reader.first(HEADER)));
        }
    }

    /** The text after its byte order mark; characters that cannot be read become U+FFFD. */
    static InputStreamReader open(Source source, Format format) throws IOException {
        InputStream in = source.open();
        if (format.hasMark()) {
            in.skipNBytes(format.charset().equals(StandardCharsets.UTF_8) ? 3 : 2);
        }
        return new InputStreamReader(in, format.charset());
    }

    /** The one that stands most often in the first lines, outside quotation marks: titles above a header have none. */
    private static char separator(String lines) {
        char best = ',';
        long most = 0;
        boolean quoted = false;
        long[] counts = new long[SEPARATORS.length()];
        for (int at = 0; at < lines.length(); at++) {
            char c = lines.charAt(at);
            quoted ^= c == '"';
            int which = SEPARATORS.indexOf(c);
            if (which >= 0 && !quoted) {
                counts[which]++;
            }
            if (c == '\n' && !quoted) {
                for (int i = 0; i < counts.length; i++) {
                    if (counts[i] > most) {
                        most = counts[i];
                        best = SEPARATORS.charAt(i);
                    }
                    counts[i] = 0;
                }
                if (most > 0) {
                    return best;
                }
            }
        }
        return best;
    }
}
