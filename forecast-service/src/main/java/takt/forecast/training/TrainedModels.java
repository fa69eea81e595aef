package takt.forecast.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.engine.selection.Choice;
import takt.engine.series.SeriesKey;
import takt.kernel.BucketCalendar;

/** Everything a run learnt. */
public record TrainedModels(
        Map<BucketCalendar, List<ModelFile>> series,
        Map<BucketCalendar, Optional<byte[]>> regressions,
        List<AccuracyFigure> accuracy,
        List<String> remarks) {

    /** What one series learnt, as it is stored, and why it got that model. */
    public record ModelFile(SeriesKey key, Choice choice, byte[] artifact) {}

    public int count() {
        return series.values().stream().mapToInt(List::size).sum();
    }
}
