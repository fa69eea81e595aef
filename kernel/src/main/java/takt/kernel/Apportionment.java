package takt.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Splits a whole into parts without losing any: the largest-remainder method (Hamilton). The parts are
 * multiples of a grain, each within one grain of its exact share, and sum to the whole.
 */
public final class Apportionment {

    private Apportionment() {}

    /**
     * @param total what is split, a multiple of {@code grain}, at least 0
     * @param weights shares in any scale, each at least 0, sum above 0
     * @param grain smallest part, at least 1
     * @return one part per weight; ties go to the earlier one
     */
    public static long[] split(long total, double[] weights, long grain) {
        double sum = Arrays.stream(weights).sum();
        if (total < 0 || grain < 1 || total % grain != 0 || !(sum > 0)) {
            throw new IllegalArgumentException(
                    "Cannot split %d in grains of %d over weights that sum to %s.%nMaybe round the total to the grain first."
                            .formatted(total, grain, sum));
        }
        long grains = total / grain;
        double[] exact = Arrays.stream(weights).map(w -> w / sum * grains).toArray();
        long[] parts = Arrays.stream(exact).mapToLong(e -> (long) Math.floor(e)).toArray();
        long left = grains - Arrays.stream(parts).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> parts[i] - exact[i]))
                .limit(left)
                .forEach(i -> parts[i]++);
        return Arrays.stream(parts).map(p -> p * grain).toArray();
    }
}
