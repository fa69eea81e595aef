package takt.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import takt.engine.backtest.OriginSurvey;
import takt.engine.backtest.OriginView;
import takt.engine.series.DemandSeries;

/** Hears all series twice and gives what they say together at every origin, from now to the oldest. */
public final class OriginPass {

    private final TrainingTask task;
    private final List<OriginSurvey> surveys = new ArrayList<>();

    public OriginPass(TrainingTask task) {
        this.task = task;
    }

    /** The first pass. */
    public void hear(List<DemandSeries> page) {
        for (int back = 0; surveys.size() <= TrainingTask.ORIGINS && !page.isEmpty(); back++) {
            surveys.add(task.survey(back, page.get(0)));
        }
        surveys.parallelStream().forEach(s -> s.hear(page));
    }

    /** Ends the first pass. */
    public Pooling pooling() {
        return new Pooling();
    }

    /** The second pass. */
    public final class Pooling {

        private final List<OriginSurvey.Pooling> each =
                surveys.stream().map(OriginSurvey::pooling).toList();

        private Pooling() {}

        public void hear(List<DemandSeries> page) {
            each.parallelStream().forEach(p -> p.hear(page));
        }

        /** Ends the second pass: the view now, then that one horizon back, and so on. */
        public OriginViews views() {
            return new OriginViews(each.stream().map(OriginSurvey.Pooling::view).toList());
        }
    }

    /** OriginViews by how many horizons they lie back; 0 is now. */
    public record OriginViews(List<OriginView> all) {

        public OriginView at(int horizonsBack) {
            return all.get(horizonsBack);
        }

        /** How far back each origin to race lies, oldest first; the newest, 1, is always raced. */
        public List<Integer> raced() {
            return IntStream.iterate(all.size() - 1, back -> back >= 1, back -> back - 1)
                    .filter(back -> back == 1 || at(back).isOldEnough())
                    .boxed()
                    .toList();
        }
    }
}
