package takt.ingest.judge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over the header and all rows of an import, line by line: tells other rows from the same once more. */
public final class RowsDigest {

    private final MessageDigest digest;

    public RowsDigest(List<String> columns) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
        columns.forEach(this::text);
    }

    public void add(List<SourceRow> rows) {
        rows.forEach(row -> {
            length(-row.cells().size()); // no cell has a length below 0
            row.cells().forEach(this::text);
        });
    }

    /** May be asked once. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void text(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        digest.update(bytes);
    }

    private void length(int length) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (length >>> shift));
        }
    }
}
