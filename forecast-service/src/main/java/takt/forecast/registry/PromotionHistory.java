package takt.forecast.registry;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All changes of the champion, oldest first. */
public record PromotionHistory(List<Promotion> promotions) {

    /**
     * A run's models became champion.
     *
     * @param rollback whether it went back to an earlier champion
     */
    public record Promotion(UUID run, boolean rollback, Instant at, String by, String reason) {}

    public Optional<UUID> champion() {
        return Optional.ofNullable(stack().peek());
    }

    /** Where a rollback leads: the champion before the present one, without those that were rolled back from. */
    public Optional<UUID> predecessor() {
        Deque<UUID> stack = stack();
        stack.poll();
        return Optional.ofNullable(stack.peek());
    }

    public boolean wasChampion(UUID run) {
        return promotions.stream().anyMatch(p -> p.run().equals(run));
    }

    private Deque<UUID> stack() {
        Deque<UUID> stack = new ArrayDeque<>();
        for (Promotion promotion : promotions) {
            if (promotion.rollback()) {
                stack.poll();
            } else {
                stack.push(promotion.run());
            }
        }
        return stack;
    }
}
