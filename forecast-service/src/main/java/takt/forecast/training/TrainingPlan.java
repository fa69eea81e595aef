package takt.forecast.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.engine.Training;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.tribuo.RegressionModel;
import takt.engine.tribuo.SeriesArchive;
import takt.engine.tribuo.TrainingIdentity;
import takt.forecast.training.TrainedModels.ModelFile;
import takt.kernel.BucketCalendar;

/** Trains every calendar of a snapshot, one after the other. */
public final class TrainingPlan {

    private TrainingPlan() {}

    public static TrainedModels train(
            DataSnapshot snapshot, LocalDate businessDate, TrainingIdentity identity, Training.Progress progress) {
        Map<BucketCalendar, List<ModelFile>> series = new EnumMap<>(BucketCalendar.class);
        Map<BucketCalendar, Optional<byte[]>> regressions = new EnumMap<>(BucketCalendar.class);
        List<AccuracyFigure> accuracy = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        snapshot.forecastOnce().forEach((calendar, all) -> {
            LocalDate origin = Horizon.origin(calendar, businessDate);
            List<DemandSeries> begun =
                    all.stream().filter(s -> s.begins(origin)).toList();
            if (!begun.isEmpty()) {
                Training.Result result = new Training(
                                begun,
                                snapshot.programme(calendar),
                                new Origin.Common(origin),
                                Horizon.of(calendar),
                                identity,
                                progress)
                        .run();
                series.put(calendar, files(result, identity));
                regressions.put(calendar, result.regression().map(RegressionModel::toBytes));
                accuracy.addAll(figures(calendar, result));
                remarks.addAll(result.remarks());
            }
        });
        return new TrainedModels(series, regressions, accuracy, remarks);
    }

    private static List<ModelFile> files(Training.Result result, TrainingIdentity identity) {
        SeriesArchive archive = new SeriesArchive(identity);
        return result.series().stream()
                .map(s -> new ModelFile(s.key(), s.choice(), archive.toBytes(s.state(), s.buckets())))
                .toList();
    }

    private static List<AccuracyFigure> figures(BucketCalendar calendar, Training.Result result) {
        return result.accuracy().entrySet().stream()
                .map(e -> new AccuracyFigure(
                        calendar,
                        e.getKey(),
                        e.getValue().wql(),
                        e.getValue().wape(),
                        e.getValue().bias(),
                        result.measuredSeries()))
                .toList();
    }
}
