package takt.sharing.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A band promises what can be delivered, and holds the demand. */
class LineQuantilesTest {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};

    private static double[][] paths(double... amounts) {
        return Arrays.stream(amounts).mapToObj(a -> new double[] {a}).toArray(double[][]::new);
    }

    /** 0.1 of eleven paths is the second, 0.9 the tenth: 2.4 pieces become 2 below and 9.6 become 10 above. */
    @Test
    void aBandIsRoundedOutwardToWholePieces() {
        double[][] paths = paths(1.2, 2.4, 3, 4, 5, 6.2, 7, 8, 9, 9.6, 12);
        assertThat(LineQuantiles.of(paths, new long[] {6_000}, LEVELS, 0, 1, 1_000))
                .containsExactly(2_000, 6_000, 10_000);
    }

    /** Of eleven paths nine call off nothing this week and two a pack of 20. */
    @Test
    void aBandOfPacksIsOneOfWholePacks() {
        double[][] paths = paths(0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 20);
        assertThat(LineQuantiles.of(paths, new long[] {0}, LEVELS, 0, 1, 1_000)).containsExactly(0, 0, 20_000);
    }

    @Test
    void theDemandLiesInsideItsBandWhateverRoundingDoes() {
        double[][] all = paths(3, 3, 3);
        assertThat(LineQuantiles.of(all, new long[] {4_000}, LEVELS, 0, 1, 1_000))
                .containsExactly(3_000, 3_000, 4_000);
        assertThat(LineQuantiles.of(all, new long[] {2_000}, LEVELS, 0, 1, 1_000))
                .containsExactly(2_000, 3_000, 3_000);
    }

    @Test
    void quantilesAscendForAnyPaths() {
        Random random = new Random(7);
        double[] levels = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
        for (int round = 0; round < 200; round++) {
            double[] amounts = random.doubles(1 + random.nextInt(30), 0, 5).toArray();
            long[] quantiles = LineQuantiles.of(
                    paths(amounts),
                    new long[] {random.nextInt(8) * 1_000L},
                    levels,
                    0,
                    1,
                    random.nextBoolean() ? 1_000 : 1);
            assertThat(quantiles).isSorted();
        }
    }
}
