package takt.engine.model;

import java.util.function.DoubleUnaryOperator;

/** GoldenSection section search for the least value of a function with one valley. */
final class GoldenSection {

    private static final double RATIO = (Math.sqrt(5) - 1) / 2;

    private GoldenSection() {}

    /** Each step shrinks the interval to 0.618 of its width and evaluates the function once. */
    static double minimise(DoubleUnaryOperator target, double from, double to, int steps) {
        double low = from;
        double high = to;
        double a = high - RATIO * (high - low);
        double b = low + RATIO * (high - low);
        double atA = target.applyAsDouble(a);
        double atB = target.applyAsDouble(b);
        for (int i = 0; i < steps; i++) {
            if (atA <= atB) {
                high = b;
                b = a;
                atB = atA;
                a = high - RATIO * (high - low);
                atA = target.applyAsDouble(a);
            } else {
                low = a;
                a = b;
                atA = atB;
                b = low + RATIO * (high - low);
                atB = target.applyAsDouble(b);
            }
        }
        return (low + high) / 2;
    }
}
