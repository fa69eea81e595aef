package takt.sharing.explosion;

import java.util.ArrayList;
import java.util.List;
import takt.kernel.DemandCategory;
import takt.kernel.UnitCode;
import takt.sharing.network.Demanded;

/** What a customer needs of a part at a site, week by week, and which parents it comes from. */
final class Requirement {

    final Demanded demanded;
    final UnitCode unit;
    final DemandCategory category;

    /** Thousandths per week, exact. */
    final long[] demand;

    /** Units per [path][week]. */
    final double[][] paths;

    final List<Peg> pegs = new ArrayList<>();

    Requirement(Demanded demanded, UnitCode unit, DemandCategory category, int paths, int weeks) {
        this.demanded = demanded;
        this.unit = unit;
        this.category = category;
        this.demand = new long[weeks];
        this.paths = new double[paths][weeks];
    }

    /**
     * Adds a parent's delivery: {@code quantity} of this per unit of the parent, {@code lead} weeks earlier. What
     * would be due before week 0 is due in week 0, so that nothing is lost.
     */
    void add(Delivery parent, long quantityThousandths, int lead) {
        pegs.add(new Peg(parent.relation().part(), parent.relation().supplier(), quantityThousandths));
        for (int week = 0; week < demand.length; week++) {
            int due = Math.max(0, week - lead);
            demand[due] += roundToGrain(parent.demand()[week], quantityThousandths);
            for (int p = 0; p < paths.length; p++) {
                paths[p][due] += parent.paths()[p][week] * quantityThousandths / 1000.0;
            }
        }
    }

    /** Product of thousandths, rounded up to the unit's smallest amount: half a piece needs a whole one. */
    private long roundToGrain(long parentThousandths, long quantityThousandths) {
        long grain = unit.grainThousandths();
        long product = Math.multiplyExact(parentThousandths, quantityThousandths);
        return -Math.floorDiv(-product, 1000 * grain) * grain;
    }
}
