package takt.sharing.explosion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.Week;
import takt.sharing.network.BomLink;
import takt.sharing.network.Demanded;
import takt.sharing.network.Network;
import takt.sharing.network.SupplyRelation;

/**
 * Pushes a version through the network, tier by tier: needs become deliveries by share and pack, deliveries
 * become needs of components by bill of material and lead time. Parents come before components, so that a
 * shared component is exploded once, with all its pegs. A part without a supplier that has components is a step in the
 * bill: its components are needed where it is.
 */
public final class Explosion {

    private final Network network;
    private final WeeklySpread spread;
    private final int paths;
    private final int back;
    private final int weeks;
    private final Week begin;
    private final Function<SupplyRelation, Optional<Surplus>> earlier;
    private final Consumer<Delivery> sink;
    private final Map<Integer, Map<Demanded, Requirement>> byDepth = new TreeMap<>();
    private final List<Unsupplied> unsupplied = new ArrayList<>();
    private final SortedSet<PartNumber> passedThrough = new TreeSet<>();

    /**
     * @param earlier what the newest publication of an earlier week holds beyond the need: packs are not ordered twice
     * @param sink takes each delivery once it is complete; it must not keep the paths
     */
    public Explosion(
            Network network,
            Scenarios scenarios,
            double[] levels,
            Week first,
            int weeks,
            Function<SupplyRelation, Optional<Surplus>> earlier,
            Consumer<Delivery> sink) {
        this.network = network;
        this.back = network.reach();
        this.spread = new WeeklySpread(scenarios, levels, first, back, weeks);
        this.paths = scenarios.paths();
        this.weeks = back + weeks;
        this.begin = first.plus(-back);
        this.earlier = earlier;
        this.sink = sink;
    }

    /** Takes one series. A part without components is delivered at once, so that its paths need not be kept. */
    public void take(SeriesForecast series) {
        Optional<PartnerId> customer = network.owner(series.site());
        if (customer.isEmpty()) {
            unsupplied.add(new Unsupplied(
                    series.part(),
                    customer,
                    series.site(),
                    series.unit(),
                    Math.round(Arrays.stream(series.mean()).sum() * 1000),
                    network.below(series.part())));
            return;
        }
        Demanded demanded = new Demanded(series.part(), customer.get(), series.site());
        Requirement requirement = new Requirement(demanded, series.unit(), series.category(), paths, weeks);
        spread.into(requirement, series);
        if (network.components(series.part()).isEmpty() && network.depth(series.part()) == 0) {
            deliver(requirement);
        } else {
            requirements(network.depth(series.part())).merge(demanded, requirement, Explosion::both);
        }
    }

    /** Explodes what was taken. */
    public Gaps finish() {
        for (int depth = 0; depth <= deepest(); depth++) {
            requirements(depth).values().stream()
                    .sorted(Comparator.comparing((Requirement r) -> r.demanded.part())
                            .thenComparing(r -> r.demanded.customer()))
                    .forEach(this::deliver);
            byDepth.remove(depth);
        }
        unsupplied.sort(Comparator.comparingLong(Unsupplied::thousandths)
                .reversed()
                .thenComparing(Unsupplied::part)
                .thenComparing(Unsupplied::site));
        return new Gaps(List.copyOf(unsupplied), List.copyOf(passedThrough));
    }

    private int deepest() {
        return byDepth.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
    }

    private Map<Demanded, Requirement> requirements(int depth) {
        return byDepth.computeIfAbsent(depth, d -> new HashMap<>());
    }

    private void deliver(Requirement requirement) {
        List<SupplyRelation> relations = network.suppliers(requirement.demanded);
        if (relations.isEmpty()) {
            passThrough(requirement);
            return;
        }
        double sum = Math.max(
                1, relations.stream().mapToDouble(SupplyRelation::share).sum());
        double[] shares = relations.stream().mapToDouble(r -> r.share() / sum).toArray();
        long grain = requirement.unit.grainThousandths();
        boolean isShared = shares.length > 1 || shares[0] < 1;
        long[][] split = isShared
                ? Rounding.shared(Rounding.packed(requirement.demand, grain, 0), shares, grain)
                : new long[][] {requirement.demand};
        for (int i = 0; i < shares.length; i++) {
            SupplyRelation relation = relations.get(i);
            long pack = Math.max(grain, relation.packThousandths());
            long credit = credit(relation, split[i]);
            long[] packed = Rounding.packed(split[i], pack, credit);
            Delivery delivery = new Delivery(
                    relation,
                    requirement.unit,
                    requirement.category,
                    packed,
                    Rounding.packed(scaled(requirement.paths, shares[i]), relation.packThousandths(), credit),
                    Rounding.surplus(split[i], packed, pack, credit),
                    back,
                    requirement.pegs);
            sink.accept(delivery);
            network.components(relation.part())
                    .forEach(link -> need(link, relation.supplier(), worksOf(relation.supplier()), requirement.category)
                            .add(
                                    relation.part(),
                                    relation.supplier(),
                                    delivery.demand(),
                                    delivery.paths(),
                                    link.quantity(),
                                    relation.leadTimeWeeks()));
        }
    }

    /** What earlier packs still hold when the need that is known now begins. */
    private long credit(SupplyRelation relation, long[] need) {
        int from = 0;
        while (from < need.length && need[from] == 0) {
            from++;
        }
        Week before = begin.plus(from - 1);
        return earlier.apply(relation)
                .map(surplus -> surplus.atTheEndOf(before))
                .orElse(0L);
    }

    private void passThrough(Requirement requirement) {
        Demanded demanded = requirement.demanded;
        List<BomLink> links = network.components(demanded.part());
        if (links.isEmpty()) {
            unsupplied.add(new Unsupplied(
                    demanded.part(),
                    Optional.of(demanded.customer()),
                    demanded.site(),
                    requirement.unit,
                    Arrays.stream(requirement.demand).sum(),
                    0));
            return;
        }
        passedThrough.add(demanded.part());
        links.forEach(link -> need(link, demanded.customer(), demanded.site(), requirement.category)
                .add(demanded.part(), demanded.customer(), requirement.demand, requirement.paths, link.quantity(), 0));
    }

    /** What a maker needs of a component, at the site where its own relation receives it. */
    private Requirement need(BomLink link, PartnerId maker, SiteId otherwise, DemandCategory category) {
        Demanded demanded =
                network.receiving(link.child(), maker).orElseGet(() -> new Demanded(link.child(), maker, otherwise));
        return requirements(network.depth(link.child()))
                .computeIfAbsent(demanded, d -> new Requirement(d, link.unit(), category, paths, weeks));
    }

    private static SiteId worksOf(PartnerId partner) {
        return new SiteId(partner.value().replaceFirst("BPNL", "BPNS"));
    }

    private static double[][] scaled(double[][] paths, double share) {
        double[][] scaled = new double[paths.length][];
        for (int p = 0; p < paths.length; p++) {
            scaled[p] = java.util.Arrays.stream(paths[p]).map(v -> v * share).toArray();
        }
        return scaled;
    }

    private static Requirement both(Requirement a, Requirement b) {
        for (int week = 0; week < a.demand.length; week++) {
            a.demand[week] += b.demand[week];
            for (int p = 0; p < a.paths.length; p++) {
                a.paths[p][week] += b.paths[p][week];
            }
        }
        a.pegs.addAll(b.pegs);
        return a;
    }
}
