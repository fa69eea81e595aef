package takt.engine.tribuo;

import java.util.HashMap;
import java.util.Map;
import takt.engine.model.FittedState;
import takt.engine.model.Forecasters;

/** Writes what series learnt as Tribuo models with the provenance of one run, which counts them in order. */
public final class SeriesArchive {

    private final TrainingIdentity identity;
    private final Map<String, SeriesTrainer> trainers = new HashMap<>();

    public SeriesArchive(TrainingIdentity identity) {
        this.identity = identity;
    }

    /** A series of the model that is kept already counts like one that is written now. */
    public void pass(String model) {
        SeriesTrainer trainer = trainer(model);
        trainer.setInvocationCount(trainer.getInvocationCount() + 1);
    }

    /** @param buckets how many buckets were learnt from */
    public byte[] toBytes(FittedState state, int buckets) {
        return trainer(state.model()).wrap(state, buckets, identity).toBytes();
    }

    private SeriesTrainer trainer(String model) {
        return trainers.computeIfAbsent(model, m -> new SeriesTrainer(Forecasters.named(m), identity));
    }
}
