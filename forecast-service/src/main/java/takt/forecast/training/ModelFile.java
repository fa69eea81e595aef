package takt.forecast.training;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import takt.engine.series.SeriesKey;

/**
 * What one series learnt, as it is stored.
 *
 * @param ordinal its place in the run
 * @param segment the series that are alike, in words
 * @param reason why it got that model
 * @param artifact the model with its provenance
 */
public record ModelFile(int ordinal, SeriesKey key, String segment, String model, String reason, byte[] artifact) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelFile o
                && ordinal == o.ordinal
                && key.equals(o.key)
                && segment.equals(o.segment)
                && model.equals(o.model)
                && reason.equals(o.reason)
                && Arrays.equals(artifact, o.artifact);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ordinal, key, model);
    }
}
