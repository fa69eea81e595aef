package takt.ingest.judge;

import java.util.List;
import java.util.UUID;

/**
 * What a sender says of an import before its rows.
 *
 * @param source what the rows' origin is called
 * @param columns in the order of the cells
 * @param isStrict whether one row that is no good refuses all
 * @param contentHash SHA-256 (hex) of all that the rows are made from; empty if unknown
 */
public record Header(UUID requestId, String source, List<String> columns, boolean isStrict, String contentHash) {}
