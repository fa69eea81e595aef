package takt.engine.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import takt.engine.backtest.Score;
import takt.engine.selection.ChoiceCause.Fallback;
import takt.engine.selection.ChoiceCause.HeldOut;
import takt.engine.selection.ChoiceCause.NothingHeldOut;
import takt.engine.selection.ChoiceCause.Yardstick;
import takt.kernel.BucketCalendar;

class ChampionsTest {

    private static final Segment SMOOTH = new Segment(BucketCalendar.MONTH, Optional.of(Regime.SMOOTH));
    private static final Segment LUMPY = new Segment(BucketCalendar.MONTH, Optional.of(Regime.LUMPY));
    private static final Set<String> MODELS = Set.of("nb-ew", "ma-12", "blend-slow");

    /** Quantile losses of each model on so many buckets; the reference lost 1 a bucket. */
    private static Tally tally(Segment segment, int buckets, Map<String, Double> losses) {
        Tally tally = new Tally();
        losses.forEach((model, loss) -> tally.add(
                segment,
                model,
                new Tally.Duel(
                        new Score(loss * buckets, 0, 0, buckets, buckets, 0, 0),
                        new Score(buckets, 0, 0, buckets, buckets, 0, 0))));
        return tally;
    }

    private static Choice choose(Tally tally, Segment segment) {
        return new Champions(MODELS, tally).choose(segment, MODELS);
    }

    @Test
    void aCombinationWithinOnePerCentOfTheBestIsTakenAndTheCauseSaysSo() {
        Choice choice =
                choose(tally(SMOOTH, 50_000, Map.of("nb-ew", 0.800, "ma-12", 0.9, "blend-slow", 0.807)), SMOOTH);
        assertThat(choice.model()).isEqualTo("blend-slow");
        // twice the loss over nine levels; 0.807 where the last twelve buckets' quantiles lost 1: 19.3 % below
        assertThat(choice.cause()).isInstanceOfSatisfying(HeldOut.class, why -> {
            assertThat(why.segment()).startsWith("smooth monthly parts");
            assertThat(why.better()).isEqualTo("nb-ew");
            assertThat(why.yardstick()).isEqualTo(Yardstick.LAST_TWELVE);
            assertThat(why.wql()).isCloseTo(2 * 0.807 / 9, within(1e-9));
            assertThat(why.below()).isCloseTo(0.193, within(1e-9));
        });
    }

    @Test
    void aCombinationThatIsFurtherOffIsNot() {
        Choice choice =
                choose(tally(SMOOTH, 50_000, Map.of("nb-ew", 0.800, "ma-12", 0.9, "blend-slow", 0.809)), SMOOTH);
        assertThat(choice.model()).isEqualTo("nb-ew");
        assertThat(choice.cause())
                .isInstanceOfSatisfying(
                        HeldOut.class, why -> assertThat(why.better()).isEmpty());
    }

    @Test
    void aSmallSegmentNeedsAClearLeadToLeaveWhatIsBestForAll() {
        Tally all = tally(SMOOTH, 100_000, Map.of("nb-ew", 0.80, "ma-12", 0.85));
        // 600 buckets of 6,600: a lead of 0.05 there counts a tenth, a lead of 0.60 outweighs the 0.05 of the others
        all.add(tally(LUMPY, 600, Map.of("nb-ew", 0.85, "ma-12", 0.80)));
        assertThat(choose(all, LUMPY).model()).isEqualTo("nb-ew");
        Tally clear = tally(SMOOTH, 100_000, Map.of("nb-ew", 0.80, "ma-12", 0.85));
        clear.add(tally(LUMPY, 600, Map.of("nb-ew", 1.30, "ma-12", 0.70)));
        assertThat(choose(clear, LUMPY).model()).isEqualTo("ma-12");
    }

    @Test
    void withoutAnythingHeldOutTheModelForShortHistoriesIsTaken() {
        assertThat(choose(new Tally(), LUMPY).model()).isEqualTo("nb-ew");
        assertThat(choose(new Tally(), LUMPY).cause())
                .isEqualTo(new NothingHeldOut("nb-ew", LUMPY.toString(), Fallback.SHORT_HISTORY));
    }
}
