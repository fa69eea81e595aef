package takt.forecast.quality;

/**
 * One share and how it came about.
 *
 * @param share 0 (nothing) to 1 (all)
 * @param reason one sentence with its figures
 */
public record Measure(Dimension dimension, double share, String reason) {

    public Measure {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The share (%s) must lie in 0..1.".formatted(share));
        }
    }
}
