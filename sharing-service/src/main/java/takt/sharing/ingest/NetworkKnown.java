package takt.sharing.ingest;

import java.util.List;
import java.util.Set;
import takt.ingest.code.CodeBook;
import takt.ingest.code.CodeKind;
import takt.ingest.code.Reference;
import takt.ingest.kind.Known;
import takt.sharing.network.BomLink;

/**
 * What rows of the network are judged by.
 *
 * @param parts tell a part that nobody has named before from another spelling of one that is known
 */
public record NetworkKnown(CodeBook codes, BomDraft bom, KnownParts parts) implements Known {

    /** @param rejected what people said codes do not mean */
    public static NetworkKnown of(CodeBook codes, List<BomLink> links, Set<Reference> rejected) {
        return new NetworkKnown(codes, new BomDraft(links), new KnownParts(codes.numbers(CodeKind.PART), rejected));
    }
}
