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
     * would be due before week 0 is due in week 0, so that nothing is lost. The running total is never short and less
     * than the unit's smallest amount too much.
     */
    void add(Delivery parent, long quantityThousandths, int lead) {
        pegs.add(new Peg(parent.relation().part(), parent.relation().supplier(), quantityThousandths));
        long grain = unit.grainThousandths();
        long need = 0;
        long given = 0;
        for (int week = 0; week < demand.length; week++) {
            int due = Math.max(0, week - lead);
            need = Math.addExact(need, Math.multiplyExact(parent.demand()[week], quantityThousandths));
            long total = -Math.floorDiv(-need, 1000 * grain) * grain;
            demand[due] += total - given;
            given = total;
            for (int p = 0; p < paths.length; p++) {
                paths[p][due] += parent.paths()[p][week] * quantityThousandths / 1000.0;
            }
        }
    }
}
