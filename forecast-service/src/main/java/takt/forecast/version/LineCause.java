package takt.forecast.version;

import java.time.LocalDate;
import java.util.List;
import takt.forecast.cleanse.Method;

/** What beside its model made a line: corrected demand that was read, buckets in which the plant is closed. */
public sealed interface LineCause {

    /**
     * A bucket of the history was read corrected.
     *
     * @param correction its number
     * @param original as it came, in the part's unit
     * @param corrected as it was read, in the part's unit
     */
    record ReadCorrected(long correction, LocalDate bucket, double original, double corrected, Method method)
            implements LineCause {}

    /** So many more buckets were read corrected; the line has the numbers of all. */
    record MoreCorrected(int buckets) implements LineCause {}

    /**
     * Nothing is forecast where the plant does not work on a single day.
     *
     * @param buckets ahead in which it is closed
     * @param first the first three of them
     */
    record PlantClosed(int buckets, List<LocalDate> first) implements LineCause {}
}
