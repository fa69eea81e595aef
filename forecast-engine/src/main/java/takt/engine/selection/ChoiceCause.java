package takt.engine.selection;

/** Why a segment's series got their forecaster. */
public sealed interface ChoiceCause {

    /** Whose loss on the same buckets a loss is compared with. */
    enum Yardstick {
        SEASONAL_NAIVE,
        /** The last twelve buckets' own quantiles. */
        LAST_TWELVE
    }

    /** What a forecaster that nothing was held out for goes by. */
    enum Fallback {
        SCHEDULE,
        SHORT_HISTORY
    }

    /**
     * It lost least on held-out buckets, or is a combination that lost hardly more.
     *
     * @param wql weighted quantile loss over the segment's held-out buckets
     * @param below share by which that is less than the yardstick's, negative where it is more; NaN where nothing was
     *     demanded
     * @param better the forecaster that lost least where it is another one; else empty
     */
    record HeldOut(
            String model, String segment, double wql, long buckets, double below, Yardstick yardstick, String better)
            implements ChoiceCause {}

    /** Nothing was held out for its segment yet. */
    record NothingHeldOut(String model, String segment, Fallback fallback) implements ChoiceCause {}

    /** Nothing is known of the demand of any part of a group. */
    record NothingKnown() implements ChoiceCause {}

    /** A build that knew no causes kept a sentence. */
    record Told(String words) implements ChoiceCause {}
}
