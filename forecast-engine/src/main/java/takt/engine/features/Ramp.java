package takt.engine.features;

import java.util.Arrays;

/**
 * How much of its steady need a part has around the first and the last bucket of a usage.
 *
 * @param in share in the first, second, ... bucket of a usage
 * @param out share in the last, last but one, ... bucket of a usage
 */
public record Ramp(double[] in, double[] out) {

    /** Full need from the first to the last bucket. */
    public static final Ramp NONE = new Ramp(new double[0], new double[0]);

    /**
     * Share of the steady need.
     *
     * @param age buckets since the first one
     * @param left buckets until the last one
     */
    double share(long age, long left) {
        double share = age >= 0 && age < in.length ? in[(int) age] : 1;
        return left >= 0 && left < out.length ? Math.min(share, out[(int) left]) : share;
    }

    @Override
    public String toString() {
        return "in %s, out %s".formatted(Arrays.toString(in), Arrays.toString(out));
    }
}
