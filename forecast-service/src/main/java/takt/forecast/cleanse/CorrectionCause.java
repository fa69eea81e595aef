package takt.forecast.cleanse;

/** Why a value is not what was demanded; amounts are in the part's unit. */
public sealed interface CorrectionCause {

    Method method();

    /**
     * The plant was closed.
     *
     * @param closed share of the bucket's working days
     * @param expected what the buckets around ask for
     */
    record Shutdown(double closed, double expected) implements CorrectionCause {
        @Override
        public Method method() {
            return Method.SHUTDOWN;
        }
    }

    /**
     * Nothing lay in stock.
     *
     * @param empty days on which nothing was counted
     * @param counted days on which stock was counted
     */
    record EmptyStock(long empty, long counted, double expected) implements CorrectionCause {
        @Override
        public Method method() {
            return Method.STOCK_OUT;
        }
    }

    /** Far below both sides, and nothing says why. */
    record TooLittle(double expected) implements CorrectionCause {
        @Override
        public Method method() {
            return Method.OUTLIER;
        }
    }

    /** So far above both sides that a unit or a decimal mark is likelier than demand. */
    record TenTimes(double expected) implements CorrectionCause {
        @Override
        public Method method() {
            return Method.OUTLIER;
        }
    }

    /** Far above both sides, once. */
    record Once(double expected) implements CorrectionCause {
        @Override
        public Method method() {
            return Method.ONE_OFF;
        }
    }

    /**
     * The largest order of a part with mostly empty buckets.
     *
     * @param others orders beside it
     * @param next the largest of them
     */
    record LargestOrder(int others, double next) implements CorrectionCause {
        @Override
        public Method method() {
            return Method.ONE_OFF;
        }
    }

    /** A build that knew no causes kept a sentence. */
    record Told(String words, Method method) implements CorrectionCause {}
}
