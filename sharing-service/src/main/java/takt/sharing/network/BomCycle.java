package takt.sharing.network;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import takt.kernel.PartNumber;

/** A part that is made of itself. */
public final class BomCycle {

    private BomCycle() {}

    /** A part that is, by way of its components, a component of itself. */
    public static Optional<PartNumber> find(List<BomLink> bom) {
        Map<PartNumber, List<PartNumber>> children = bom.stream()
                .collect(Collectors.groupingBy(
                        BomLink::parent, Collectors.mapping(BomLink::child, Collectors.toList())));
        Set<PartNumber> safe = new HashSet<>();
        return children.keySet().stream()
                .filter(part -> !isSafe(part, children, new HashSet<>(), safe))
                .findFirst();
    }

    private static boolean isSafe(
            PartNumber part, Map<PartNumber, List<PartNumber>> children, Set<PartNumber> path, Set<PartNumber> safe) {
        if (safe.contains(part)) {
            return true;
        }
        if (!path.add(part)) {
            return false;
        }
        boolean good = children.getOrDefault(part, List.of()).stream().allMatch(c -> isSafe(c, children, path, safe));
        path.remove(part);
        if (good) {
            safe.add(part);
        }
        return good;
    }
}
