package takt.sharing.explosion;

import java.util.Arrays;
import takt.kernel.Apportionment;

/** Turns means into exact amounts without losing any on the way. */
final class Rounding {

    private Rounding() {}

    /** Rounds the running total, so that every prefix is within half a grain of its exact sum. */
    static long[] cumulative(double[] units, long grainThousandths) {
        long[] rounded = new long[units.length];
        double exact = 0;
        long given = 0;
        for (int i = 0; i < units.length; i++) {
            exact += units[i] * 1000;
            long total = Math.round(exact / grainThousandths) * grainThousandths;
            rounded[i] = Math.max(0, total - given);
            given += rounded[i];
        }
        return rounded;
    }

    /**
     * Fills whole packs early enough: the running total is never short and never a whole pack too much.
     *
     * @param credit thousandths that earlier packs hold beyond the need before
     */
    static long[] packed(long[] demand, long packThousandths, long credit) {
        if (packThousandths <= 1) {
            return demand.clone();
        }
        long[] packed = new long[demand.length];
        long need = -credit;
        long given = 0;
        for (int i = 0; i < demand.length; i++) {
            need += demand[i];
            long total = Math.max(0, -Math.floorDiv(-need, packThousandths) * packThousandths);
            packed[i] = total - given;
            given = total;
        }
        return packed;
    }

    /** What packs hold beyond the need at the end of each week; empty where there are none. */
    static long[] surplus(long[] demand, long[] packed, long packThousandths, long credit) {
        if (packThousandths <= 1) {
            return new long[0];
        }
        long[] surplus = new long[demand.length];
        long now = credit;
        for (int i = 0; i < demand.length; i++) {
            now += packed[i] - demand[i];
            surplus[i] = now;
        }
        return surplus;
    }

    /** Each path is called off in packs as the demand is: its band is that of whole packs. In place; units. */
    static double[][] packed(double[][] paths, long packThousandths, long credit) {
        if (packThousandths <= 1) {
            return paths;
        }
        for (double[] path : paths) {
            double need = -credit;
            double given = 0;
            for (int i = 0; i < path.length; i++) {
                need += path[i] * 1000;
                double total = Math.max(0, Math.ceil(need / packThousandths - 1e-9) * packThousandths);
                path[i] = (total - given) / 1000;
                given = total;
            }
        }
        return paths;
    }

    /**
     * Splits each week's amount by shares; what the shares leave open below 1 stays with nobody. What rounding owes a
     * supplier in one week it gets in a later one, so that shares hold over time for slow movers too.
     */
    static long[][] shared(long[] demand, double[] shares, long grainThousandths) {
        double open = Math.max(0, 1 - Arrays.stream(shares).sum());
        double[] weights = Arrays.copyOf(shares, shares.length + 1);
        weights[shares.length] = open < 1e-9 ? 0 : open;
        double sum = Arrays.stream(weights).sum();
        double[] credit = new double[weights.length];
        long[][] parts = new long[shares.length][demand.length];
        for (int week = 0; week < demand.length; week++) {
            for (int i = 0; i < credit.length; i++) {
                credit[i] += weights[i] / sum * demand[week];
            }
            double[] due = Arrays.stream(credit).map(c -> Math.max(0, c)).toArray();
            long[] split = demand[week] == 0
                    ? new long[credit.length]
                    : Apportionment.split(demand[week], due, grainThousandths);
            for (int i = 0; i < credit.length; i++) {
                credit[i] -= split[i];
            }
            for (int s = 0; s < shares.length; s++) {
                parts[s][week] = split[s];
            }
        }
        return parts;
    }
}
