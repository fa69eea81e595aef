package takt.forecast.training;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import takt.engine.selection.ChoiceCause;
import takt.engine.series.SeriesKey;

/**
 * What one series learnt, as it is stored.
 *
 * @param ordinal its place in the run
 * @param segment the series that are alike, in words
 * @param cause why it got that model
 * @param artifact the model with its provenance
 */
public record ModelFile(int ordinal, SeriesKey key, String segment, String model, ChoiceCause cause, byte[] artifact) {

    /** Whether a stored one says the same; a sentence of an older build says nothing that could be compared. */
    public boolean isSameAs(ModelFile stored) {
        return equals(
                stored.cause instanceof ChoiceCause.Told
                        ? new ModelFile(
                                stored.ordinal, stored.key, stored.segment, stored.model, cause, stored.artifact)
                        : stored);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelFile o
                && ordinal == o.ordinal
                && key.equals(o.key)
                && segment.equals(o.segment)
                && model.equals(o.model)
                && cause.equals(o.cause)
                && Arrays.equals(artifact, o.artifact);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ordinal, key, model);
    }
}
