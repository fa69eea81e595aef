package takt.ingest.usecase;

import java.util.List;
import java.util.regex.Pattern;
import takt.ingest.judge.Header;
import takt.ingest.kind.Reading;
import takt.kit.error.TaktException;

/** What an import may say of itself. */
final class HeaderRules {

    private static final Pattern HASH = Pattern.compile("([0-9a-fA-F]{64})?");

    private static final int MOST_COLUMNS = 64;

    private static final int LONGEST_SOURCE = 200;

    private HeaderRules() {}

    static void requireColumns(Chunk.Opens opens, Reading<?> reading) {
        List<String> missing = reading.missing(opens.header().columns());
        if (!missing.isEmpty()) {
            throw TaktException.invalid(
                    "COLUMN_MISSING",
                    "columns",
                    "The header %s lacks %s.\nMaybe the file is of another kind than %s."
                            .formatted(opens.header().columns(), missing, opens.kind()));
        }
    }

    static void requireSound(Header header) {
        if (header.columns().isEmpty()
                || header.columns().size() > MOST_COLUMNS
                || header.source().length() > LONGEST_SOURCE) {
            throw TaktException.invalid(
                    "COLUMN_MISSING",
                    "columns",
                    "A header names 1 to %d columns and a source of at most %d characters."
                            .formatted(MOST_COLUMNS, LONGEST_SOURCE));
        }
        if (!HASH.matcher(header.contentHash()).matches()) {
            throw TaktException.invalid(
                    "CONTENT_HASH_INVALID",
                    "content_hash",
                    "A content hash has 64 hexadecimal digits, or is left out.");
        }
        if (header.source().indexOf('\0') >= 0 || header.columns().stream().anyMatch(c -> c.indexOf('\0') >= 0)) {
            throw TaktException.invalid(
                    "COLUMN_MISSING",
                    "columns",
                    "A column or the source holds the character U+0000.\nMaybe the file is UTF-16.");
        }
    }
}
