package takt.sharing.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import takt.kernel.PartNumber;
import takt.sharing.network.BomLink;

/** The bill of material while links come and go; it stays free of circles. */
public final class BomDraft {

    private final Map<PartNumber, Set<PartNumber>> children = new HashMap<>();

    public BomDraft(List<BomLink> links) {
        links.forEach(link -> add(link.parent(), link.child()));
    }

    /** Whether the link would make a part a component of itself. */
    boolean closesCircle(PartNumber parent, PartNumber child) {
        Set<PartNumber> seen = new HashSet<>();
        Deque<PartNumber> open = new ArrayDeque<>(List.of(child));
        while (!open.isEmpty()) {
            PartNumber part = open.pop();
            if (part.equals(parent)) {
                return true;
            }
            if (seen.add(part)) {
                open.addAll(children.getOrDefault(part, Set.of()));
            }
        }
        return false;
    }

    void add(PartNumber parent, PartNumber child) {
        children.computeIfAbsent(parent, p -> new HashSet<>()).add(child);
    }

    void remove(PartNumber parent, PartNumber child) {
        children.getOrDefault(parent, new HashSet<>()).remove(child);
    }
}
