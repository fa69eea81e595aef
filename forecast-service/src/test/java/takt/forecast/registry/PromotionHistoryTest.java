package takt.forecast.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import takt.forecast.registry.PromotionHistory.Promotion;

class PromotionHistoryTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    private final List<Promotion> promotions = new ArrayList<>();

    private PromotionHistory history() {
        return new PromotionHistory(List.copyOf(promotions));
    }

    private void promote(UUID run) {
        promotions.add(new Promotion(run, false, Instant.EPOCH, "ada", "better"));
    }

    private void rollback() {
        promotions.add(new Promotion(history().predecessor().orElseThrow(), true, Instant.EPOCH, "ada", "worse"));
    }

    @Test
    void twoRollbacksAfterThreePromotionsLeadToTheFirst() {
        promote(A);
        promote(B);
        promote(C);
        rollback();
        assertThat(history().champion()).contains(B);
        rollback();
        assertThat(history().champion()).contains(A);
        assertThat(history().predecessor()).isEmpty();
        assertThat(history().wasChampion(C)).isTrue();
    }

    @Test
    void aPromotionAfterARollbackGoesBackToWhatWasChampionThen() {
        promote(A);
        promote(B);
        rollback();
        promote(C);
        assertThat(history().champion()).contains(C);
        assertThat(history().predecessor()).contains(A);
    }

    @Test
    void nobodyIsChampionAtFirst() {
        assertThat(history().champion()).isEmpty();
        assertThat(history().predecessor()).isEmpty();
    }
}
