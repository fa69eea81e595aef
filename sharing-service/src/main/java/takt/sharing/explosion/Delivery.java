package takt.sharing.explosion;

import java.util.List;
import takt.kernel.DemandCategory;
import takt.kernel.UnitCode;
import takt.sharing.network.SupplyRelation;

/**
 * What one supplier is to deliver.
 *
 * @param demand thousandths per week, whole packs; the first {@code back} weeks lie before week 0
 * @param paths units per [path][week], of the same weeks, whole packs where there is one
 * @param surplus thousandths that whole packs or pieces hold beyond the need at the end of each week; empty where
 *     there are neither
 * @param back weeks before week 0: what is due there was to be called off by now
 */
public record Delivery(
        SupplyRelation relation,
        UnitCode unit,
        DemandCategory category,
        long[] demand,
        double[][] paths,
        long[] surplus,
        int back,
        List<Peg> pegs) {}
