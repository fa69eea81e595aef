package takt.cli.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import takt.cli.term.UserError;

/** How the characters of a file are written. */
final class Charsets {

    private Charsets() {}

    static @org.jspecify.annotations.Nullable Charset marked(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        return begins(start, 0xFF, 0xFE)
                ? StandardCharsets.UTF_16LE
                : begins(start, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    static boolean begins(byte[] start, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (start.length <= i || (start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Text in Latin letters has a zero in every second byte of UTF-16. */
    static Charset guessed(byte[] start, FormatDetector.Source source) throws IOException {
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

    static boolean isUtf8(FormatDetector.Source source) throws IOException {
        return isAscii(source) || isDecodable(source);
    }

    /** Most files are, and this is told ten times as fast. */
    static boolean isAscii(FormatDetector.Source source) throws IOException {
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

    static boolean isDecodable(FormatDetector.Source source) throws IOException {
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

    static boolean hasAccent(CharBuffer decoded) {
        for (int i = 0; i < decoded.position(); i++) {
            if (decoded.get(i) > 0x7F) {
                return true;
            }
        }
        return false;
    }
}
