package takt.cli.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import takt.cli.term.UserError;

/** The bytes of a file, and how many of them were read. */
final class OpenedFile {

    private final Path path;
    private long size;
    private long bytesRead;

    OpenedFile(Path path) {
        this.path = path;
    }

    /** Share of the file that has been read, 0 to 1; 0 as long as nothing is known. */
    double share() {
        return size == 0 ? 0 : Math.min(1, (double) bytesRead / size);
    }

    /** The bytes of the file that were read last, counted as they lie on disk. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
            bytesRead = 0;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            bytesRead += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            bytesRead += Math.max(0, n);
            return n;
        }
    }

    InputStream open() throws IOException {
        size = Files.size(path);
        InputStream file = new BufferedInputStream(new Counted(Files.newInputStream(path)), 1 << 16);
        return name().endsWith(".gz") ? Bounds.of(new GZIPInputStream(file, 1 << 16), path, Files.size(path)) : file;
    }

    boolean isWorkbook() {
        return name().endsWith(".xlsx");
    }

    private String name() {
        return path.toString().toLowerCase(Locale.ROOT);
    }

    /** SHA-256 (hex) of the bytes, and of how they are read. */
    String hash(String how) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(new BufferedInputStream(Files.newInputStream(path)), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            digest.update(how.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UserError("The file (%s) cannot be read: %s".formatted(path, e.getMessage()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
