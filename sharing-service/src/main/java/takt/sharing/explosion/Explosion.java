package takt.sharing.explosion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
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
 * shared component is exploded once, with all its pegs.
 */
public final class Explosion {

    private final Network network;
    private final WeeklySpread spread;
    private final int paths;
    private final int weeks;
    private final Consumer<Delivery> sink;
    private final Map<Integer, Map<Demanded, Requirement>> byDepth = new TreeMap<>();
    private final List<String> unsourced = new ArrayList<>();

    /** @param sink takes each delivery once it is complete; it must not keep the paths */
    public Explosion(
            Network network, Scenarios scenarios, double[] levels, Week first, int weeks, Consumer<Delivery> sink) {
        this.network = network;
        this.spread = new WeeklySpread(scenarios, levels, first, weeks);
        this.paths = scenarios.paths();
        this.weeks = weeks;
        this.sink = sink;
    }

    /** Takes one series. A part without components is delivered at once, so that its paths need not be kept. */
    public void take(SeriesForecast series) {
        Optional<PartnerId> customer = network.owner(series.site());
        if (customer.isEmpty()) {
            unsourced.add("%s at unknown site %s".formatted(series.part(), series.site()));
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

    /** Explodes what was taken; returns what nobody supplies, in words. */
    public List<String> finish() {
        for (int depth = 0; depth <= deepest(); depth++) {
            requirements(depth).values().stream()
                    .sorted(Comparator.comparing((Requirement r) -> r.demanded.part())
                            .thenComparing(r -> r.demanded.customer()))
                    .forEach(this::deliver);
            byDepth.remove(depth);
        }
        return List.copyOf(unsourced);
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
            unsourced.add("%s for %s".formatted(requirement.demanded.part(), requirement.demanded.customer()));
            return;
        }
        double sum = Math.max(
                1, relations.stream().mapToDouble(SupplyRelation::share).sum());
        double[] shares = relations.stream().mapToDouble(r -> r.share() / sum).toArray();
        long[][] split = Rounding.shared(requirement.demand, shares, requirement.unit.grainThousandths());
        for (int i = 0; i < shares.length; i++) {
            SupplyRelation relation = relations.get(i);
            Delivery delivery = new Delivery(
                    relation,
                    requirement.unit,
                    requirement.category,
                    Rounding.packed(split[i], relation.packThousandths()),
                    scaled(requirement.paths, shares[i]),
                    requirement.pegs);
            sink.accept(delivery);
            network.components(relation.part()).forEach(link -> need(delivery, link));
        }
    }

    private void need(Delivery delivery, BomLink link) {
        SupplyRelation relation = delivery.relation();
        Demanded demanded = network.receiving(link.child(), relation.supplier())
                .orElseGet(() -> new Demanded(link.child(), relation.supplier(), worksOf(relation.supplier())));
        requirements(network.depth(link.child()))
                .computeIfAbsent(demanded, d -> new Requirement(d, link.unit(), delivery.category(), paths, weeks))
                .add(delivery, link.quantityThousandths(), relation.leadTimeWeeks());
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
