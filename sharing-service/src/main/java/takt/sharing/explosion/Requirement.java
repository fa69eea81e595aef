package takt.sharing.explosion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.UnitCode;
import takt.sharing.network.Demanded;

/**
 * What a customer needs of a part at a site, week by week, and which parents it comes from. The weeks begin some weeks
 * before week 0: what is needed for a parent of the next weeks was due before today.
 */
final class Requirement {

    final Demanded demanded;
    final UnitCode unit;
    final DemandCategory category;
    /** Thousandths per week, exact. */
    final long[] demand;
    /** Units per [path][week]. */
    final double[][] paths;

    final List<Peg> pegs = new ArrayList<>();

    /** @param weeks all of them, those before week 0 among them */
    Requirement(Demanded demanded, UnitCode unit, DemandCategory category, int paths, int weeks) {
        this.demanded = demanded;
        this.unit = unit;
        this.category = category;
        this.demand = new long[weeks];
        this.paths = new double[paths][weeks];
    }

    /**
     * Adds what a parent takes: {@code quantity} of this per unit of the parent, {@code lead} weeks earlier, no earlier
     * than the first week. The running total is never short and less than a thousandth too much: pieces are made whole where
     * they are delivered, once.
     *
     * @param amounts of the parent, thousandths per week
     * @param scenarios of the parent, units per [path][week]
     */
    void add(PartNumber parent, PartnerId maker, long[] amounts, double[][] scenarios, BigDecimal quantity, int lead) {
        pegs.add(new Peg(parent, maker, quantity));
        double factor = quantity.doubleValue();
        BigDecimal need = BigDecimal.ZERO;
        long given = 0;
        for (int week = 0; week < demand.length; week++) {
            int due = Math.max(0, week - lead);
            if (amounts[week] != 0) {
                need = need.add(quantity.multiply(BigDecimal.valueOf(amounts[week])));
                long total = need.setScale(0, RoundingMode.CEILING).longValueExact();
                demand[due] = Math.addExact(demand[due], total - given);
                given = total;
            }
            for (int p = 0; p < paths.length; p++) {
                paths[p][due] += scenarios[p][week] * factor;
            }
        }
    }
}
