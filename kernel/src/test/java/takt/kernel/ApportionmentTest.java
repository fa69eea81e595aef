package takt.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    @Test
    void tenPiecesOverThreeEqualWeeksAreFourThreeThree() {
        assertThat(Apportionment.split(10_000, new double[] {1, 1, 1}, 1000)).containsExactly(4000, 3000, 3000);
    }

    @Test
    void theLargestRemainderGetsThePieceThatIsLeft() {
        // 7 pieces by 5, 5 and 1 working days: 3.18, 3.18, 0.64; the rest goes to the 0.64.
        assertThat(Apportionment.split(7000, new double[] {5, 5, 1}, 1000)).containsExactly(3000, 3000, 1000);
    }

    @Test
    void nothingIsLostHoweverOddTheWeights() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            double[] weights = random.doubles(1 + random.nextInt(9), 0.01, 5).toArray();
            long total = 1000L * random.nextInt(5000);
            long[] parts = Apportionment.split(total, weights, 1000);
            assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
            assertThat(Arrays.stream(parts)).allMatch(p -> p >= 0 && p % 1000 == 0);
        }
    }

    @Test
    void aTotalThatIsNoWholeNumberOfGrainsIsRefused() {
        assertThatThrownBy(() -> Apportionment.split(1500, new double[] {1}, 1000))
                .hasMessageContaining("1500");
    }
}
