package takt.forecast.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.engine.Training;
import takt.kernel.BucketCalendar;

/** Everything a run learnt. */
public record TrainedModels(
        Map<BucketCalendar, List<Training.TrainedSeries>> series,
        Map<BucketCalendar, Optional<byte[]>> regressions,
        List<AccuracyFigure> accuracy,
        List<String> remarks) {

    public int count() {
        return series.values().stream().mapToInt(List::size).sum();
    }
}
