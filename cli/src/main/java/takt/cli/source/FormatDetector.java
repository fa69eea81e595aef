package takt.cli.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import takt.cli.term.UserError;

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
        Charset marked = marked(start);
        Charset charset = asked.charset() != null ? asked.charset() : marked != null ? marked : guessed(start, source);
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

    private static @org.jspecify.annotations.Nullable Charset marked(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        return begins(start, 0xFF, 0xFE)
                ? StandardCharsets.UTF_16LE
                : begins(start, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean begins(byte[] start, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (start.length <= i || (start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Text in Latin letters has a zero in every second byte of UTF-16. */
    private static Charset guessed(byte[] start, Source source) throws IOException {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > start.length / 5 && zeros[0] < start.length / 50) {
            return StandardCharsets.UTF_16LE;
        }
        if (zeros[0] > start.length / 5 && zeros[1] < start.length / 50) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(source) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static boolean isUtf8(Source source) throws IOException {
        return isAscii(source) || isDecodable(source);
    }

    /** Most files are, and this is told ten times as fast. */
    private static boolean isAscii(Source source) throws IOException {
        byte[] block = new byte[1 << 16];
        try (InputStream in = source.open()) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                for (int i = 0; i < read; i++) {
                    if (block[i] < 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException e) {
            return true; // it breaks off; reading the rows will tell where
        }
    }

    private static boolean isDecodable(Source source) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        boolean isSeen = false;
        try (InputStream in = source.open()) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, chars, read < 0);
                isSeen |= hasAccent(chars);
                if (result.isError()) {
                    if (isSeen && !(read < 0 && bytes.remaining() < 4)) { // unless a character is cut off at the end
                        throw new UserError(
                                "The file is UTF-8 but for some bytes.\nMaybe say which it is: --encoding UTF-8 or --encoding windows-1252.");
                    }
                    return isSeen;
                }
                if (read < 0) {
                    return true;
                }
                bytes.compact();
                chars.clear();
            }
        } catch (IOException e) {
            return true; // it breaks off; what was there was UTF-8, and reading the rows will tell where it ends
        }
    }

    private static boolean hasAccent(CharBuffer decoded) {
        for (int i = 0; i < decoded.position(); i++) {
            if (decoded.get(i) > 0x7F) {
                return true;
            }
        }
        return false;
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
