package takt.sharing.ingest;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import takt.ingest.code.CodeBook;
import takt.ingest.code.CodeKind;
import takt.ingest.code.Reference;
import takt.ingest.code.Spelling;
import takt.ingest.code.Spelling.Proposal;
import takt.ingest.row.RawRow;
import takt.kernel.PartNumber;

/** The parts that are known while rows are judged; what a person said is no spelling is none. */
public final class KnownParts {

    private final Set<String> known;
    private final Set<Reference> rejected;
    private final Spelling spelling;

    KnownParts(Set<String> known, Set<Reference> rejected) {
        this.known = new HashSet<>(known);
        this.rejected = rejected;
        this.spelling = new Spelling(CodeKind.PART, known);
    }

    /** From now on the part is known. */
    void know(String part) {
        if (known.add(part)) {
            spelling.know(part);
        }
    }

    /** The own number of the part that the row names; a number that nobody has named before is its own. */
    String read(RawRow row, String column, CodeBook codes) {
        String text = row.text(column);
        return codes.find(CodeKind.PART, text).orElseGet(() -> {
            if (!PartNumber.isValid(text)) {
                throw row.fault(
                        column,
                        "PART_INVALID",
                        "Use 1 to 50 letters, digits, blanks or ._/+- and begin with a letter or digit.");
            }
            like(text).ifPresent(other -> {
                throw row.fault(
                        column,
                        CodeKind.PART.unknown(),
                        "It looks like `%s`; accept that cross-reference, or reject it if this is a part of its own."
                                .formatted(other));
            });
            return text;
        });
    }

    /** The known part that the number is likely to be a spelling of; empty when the number itself is known. */
    private Optional<String> like(String part) {
        return known.contains(part)
                ? Optional.empty()
                : spelling.close(part)
                        .filter(p -> !rejected.contains(new Reference(CodeKind.PART, part, p.means())))
                        .max(Comparator.comparingDouble(Proposal::likeness).thenComparing(Proposal::means))
                        .map(Proposal::means);
    }
}
