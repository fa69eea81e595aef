package takt.forecast.usecase.registry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import takt.forecast.registry.Comparison;
import takt.forecast.training.TrainingRun;

/** Holds a challenger against the champion. */
@ApplicationScoped
public class CompareModels {

    /** Two model versions side by side. */
    public record SideBySide(TrainingRun champion, TrainingRun challenger, Comparison comparison) {}

    private final ReadModels models;
    private final ModelComparison comparing;

    CompareModels(ReadModels models, ModelComparison comparing) {
        this.models = models;
        this.comparing = comparing;
    }

    /** @param champion 0 means the present one; {@code challenger} 0 means the newest */
    public Uni<SideBySide> compare(int champion, int challenger) {
        return models.get(champion)
                .chain(one -> (challenger == 0 ? models.newest() : models.byNumber(challenger))
                        .chain(other -> comparing
                                .compare(one.run(), other)
                                .map(comparison -> new SideBySide(one.run(), other, comparison))));
    }
}
