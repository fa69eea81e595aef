package takt.sharing.explosion;

import java.util.List;
import takt.kernel.DemandCategory;
import takt.kernel.UnitCode;
import takt.sharing.network.SupplyRelation;

/**
 * What one supplier is to deliver.
 *
 * @param demand thousandths per week, whole packs
 * @param paths units per [path][week], unrounded
 */
public record Delivery(
        SupplyRelation relation,
        UnitCode unit,
        DemandCategory category,
        long[] demand,
        double[][] paths,
        List<Peg> pegs) {}
