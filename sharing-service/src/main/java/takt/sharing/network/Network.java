package takt.sharing.network;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;

/** The whole network at one moment. The bill of material is free of cycles. */
public final class Network {

    private static final int MOST_WEEKS_BACK = 52;

    private final List<Partner> partners;
    private final Map<SiteId, PartnerId> siteOwners;
    private final Map<Demanded, List<SupplyRelation>> relations;
    private final Map<PartNumber, List<BomLink>> components;
    private final Map<PartNumber, Integer> depths = new HashMap<>();

    public Network(
            List<Partner> partners,
            Map<SiteId, PartnerId> siteOwners,
            List<SupplyRelation> relations,
            List<BomLink> bom) {
        this.partners = List.copyOf(partners);
        this.siteOwners = Map.copyOf(siteOwners);
        this.relations = relations.stream()
                .sorted(Comparator.comparing(SupplyRelation::supplier))
                .collect(Collectors.groupingBy(SupplyRelation::demanded));
        this.components = bom.stream()
                .sorted(Comparator.comparing(BomLink::child))
                .collect(Collectors.groupingBy(BomLink::parent));
        BomCycle.find(bom).ifPresent(part -> {
            throw new IllegalArgumentException(
                    "The bill of material runs in a circle through part (%s).".formatted(part));
        });
        components.keySet().forEach(part -> deepen(part, 0));
    }

    public List<Partner> partners() {
        return partners;
    }

    public Optional<PartnerId> owner(SiteId site) {
        return Optional.ofNullable(siteOwners.get(site));
    }

    /** Who delivers it, by supplier. */
    public List<SupplyRelation> suppliers(Demanded demanded) {
        return relations.getOrDefault(demanded, List.of());
    }

    public List<BomLink> components(PartNumber part) {
        return components.getOrDefault(part, List.of());
    }

    /** Longest way down from a part that is no component; every parent is less deep than its components. */
    public int depth(PartNumber part) {
        return depths.getOrDefault(part, 0);
    }

    /** Weeks before week 0 in which something can be due: the longest chain of lead times, at most a year. */
    public int reach() {
        Map<PartNumber, Integer> leads = new HashMap<>();
        relations.values().forEach(all -> all.forEach(r -> leads.merge(r.part(), r.leadTimeWeeks(), Math::max)));
        Map<PartNumber, Integer> before = new HashMap<>();
        components.keySet().stream()
                .sorted(Comparator.comparing(this::depth).thenComparing(part -> part))
                .forEach(part -> components
                        .getOrDefault(part, List.of())
                        .forEach(link -> before.merge(
                                link.child(), before.getOrDefault(part, 0) + leads.getOrDefault(part, 0), Math::max)));
        return Math.min(
                MOST_WEEKS_BACK,
                before.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    /** How many different parts a part is made of, at any depth. */
    public int below(PartNumber part) {
        Set<PartNumber> seen = new HashSet<>();
        Deque<PartNumber> open = new ArrayDeque<>(List.of(part));
        while (!open.isEmpty()) {
            components(open.pop()).stream()
                    .map(BomLink::child)
                    .filter(seen::add)
                    .forEach(open::push);
        }
        return seen.size();
    }

    /** Where a customer receives a component: the site its own supply relation names. */
    public Optional<Demanded> receiving(PartNumber component, PartnerId customer) {
        return relations.keySet().stream()
                .filter(d -> d.part().equals(component) && d.customer().equals(customer))
                .min(Comparator.comparing(Demanded::site));
    }

    /** Whether a supplier deals with the partner directly: it is itself, or its customer. */
    public boolean knows(PartnerId supplier, PartnerId partner) {
        return supplier.equals(partner)
                || relations.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(r ->
                                r.supplier().equals(supplier) && r.customer().equals(partner));
    }

    private void deepen(PartNumber part, int depth) {
        for (BomLink link : components.getOrDefault(part, List.of())) {
            if (depths.getOrDefault(link.child(), 0) <= depth) {
                depths.put(link.child(), depth + 1);
                deepen(link.child(), depth + 1);
            }
        }
    }
}
