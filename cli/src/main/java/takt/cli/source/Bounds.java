package takt.cli.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import takt.cli.term.UserError;

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
                CellNames names = new CellNames(file, entry.getName());
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(block); read >= 0; read = in.read(block)) {
                        bytes += read;
                        names.hear(block, read);
                        if (isTooMuch(bytes, compressed)) {
                            throw bomb(file, compressed);
                        }
                    }
                }
            }
        }
    }

    /** Looks for cells in columns that no sheet has (XFD is the last): a reader would make room for all before them. */
    private static final class CellNames {

        private static final int LONGEST = 3;

        private final Path file;
        private final boolean isSheet;
        private int seen;
        private int letters;
        private byte before;

        CellNames(Path file, String entry) {
            this.file = file;
            this.isSheet = entry.startsWith("xl/worksheets/");
        }

        void hear(byte[] block, int length) {
            for (int i = 0; isSheet && i < length; i++) {
                byte c = block[i];
                if (seen == 3 && (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                    if (++letters > LONGEST) {
                        throw new UserError(
                                "The workbook (%s) has a cell in a column that no sheet has (XFD is the last).%nMaybe it is damaged; save it again with a spreadsheet program."
                                        .formatted(file));
                    }
                } else {
                    boolean isApart = before <= ' ';
                    letters = 0;
                    boolean isQuote = c == '"' || c == '\'';
                    seen = c == 'r' && isApart ? 1 : seen == 1 && c == '=' ? 2 : seen == 2 && isQuote ? 3 : 0;
                }
                before = c;
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
