package takt.cli.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import takt.cli.UserError;

/**
 * How much a compressed file may unfold to: 8 GB, and no more than 200 times its size beyond the first 64 MB. Tables of
 * demand unfold to 5 to 30 times their size.
 */
public final class Bounds {

    private static final long MOST_BYTES = 8L << 30;
    private static final long ALWAYS_ALLOWED = 64L << 20;
    private static final long MOST_RATIO = 200;

    private Bounds() {}

    /** The content of a compressed file; it breaks off with an error where it unfolds too far. */
    public static InputStream of(InputStream unfolded, Path file, long compressed) {
        return new FilterInputStream(unfolded) {
            private long bytes;

            @Override
            public int read() throws IOException {
                int next = super.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                count(Math.max(0, read));
                return read;
            }

            private void count(int more) {
                bytes += more;
                if (isTooMuch(bytes, compressed)) {
                    throw bomb(file, compressed);
                }
            }
        };
    }

    /** Looks at all that a zip file holds, before anything is read of it. */
    static void check(Path file) throws IOException {
        long compressed = file.toFile().length();
        byte[] block = new byte[1 << 16];
        long bytes = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map(e -> e)::iterator) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(block); read >= 0; read = in.read(block)) {
                        bytes += read;
                        if (isTooMuch(bytes, compressed)) {
                            throw bomb(file, compressed);
                        }
                    }
                }
            }
        }
    }

    private static boolean isTooMuch(long bytes, long compressed) {
        return bytes > MOST_BYTES || bytes > Math.max(ALWAYS_ALLOWED, MOST_RATIO * compressed);
    }

    private static UserError bomb(Path file, long compressed) {
        return new UserError(
                "BOMB: the file (%s) of %,d bytes unfolds to more than %d times its size, or to more than 8 GB.%nMaybe it is damaged; if it is sound, unpack it yourself and import the result."
                        .formatted(file, compressed, MOST_RATIO));
    }
}
