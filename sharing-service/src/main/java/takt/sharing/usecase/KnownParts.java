package takt.sharing.usecase;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import takt.ingest.code.CodeKind;
import takt.ingest.code.Reference;
import takt.ingest.code.Spelling;
import takt.ingest.code.Spelling.Proposal;
import takt.sharing.network.PartSpellings;

/** The parts that are known while rows are judged; what a person said is no spelling is none. */
final class KnownParts implements PartSpellings {

    private final Set<String> known;
    private final Set<Reference> rejected;
    private final Spelling spelling;

    KnownParts(Set<String> known, Set<Reference> rejected) {
        this.known = new HashSet<>(known);
        this.rejected = rejected;
        this.spelling = new Spelling(CodeKind.PART, known);
    }

    @Override
    public Optional<String> like(String part) {
        return known.contains(part)
                ? Optional.empty()
                : spelling.close(part)
                        .filter(p -> !rejected.contains(new Reference(CodeKind.PART, part, p.means())))
                        .max(Comparator.comparingDouble(Proposal::likeness).thenComparing(Proposal::means))
                        .map(Proposal::means);
    }

    @Override
    public void know(String part) {
        if (known.add(part)) {
            spelling.know(part);
        }
    }
}
