package takt.engine.tribuo;

import java.util.HashMap;
import java.util.Map;
import takt.engine.model.FittedState;
import takt.engine.model.Forecasters;

/** Writes what series learnt as Tribuo models with the provenance of one run. */
public final class SeriesArchive {

    private final TrainingIdentity identity;
    private final Map<String, SeriesTrainer> trainers = new HashMap<>();

    public SeriesArchive(TrainingIdentity identity) {
        this.identity = identity;
    }

    /** @param buckets how many buckets were learnt from */
    public byte[] toBytes(FittedState state, int buckets) {
        return trainers.computeIfAbsent(state.model(), m -> new SeriesTrainer(Forecasters.named(m), identity))
                .wrap(state, buckets, identity)
                .toBytes();
    }
}
