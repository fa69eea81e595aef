package takt.engine.tribuo;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.Map;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableFeatureMap;
import org.tribuo.Trainer;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;
import org.tribuo.regression.MutableRegressionInfo;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import takt.engine.model.FittedState;
import takt.engine.model.Forecaster;

/** Turns what a forecaster learnt into a Tribuo model with its provenance. */
@SuppressWarnings("UnusedVariable") // Tribuo reads the fields when it writes the provenance
public final class SeriesTrainer implements Trainer<Regressor> {

    @Config(description = "Name of the forecaster.")
    private String forecaster = "";

    @Config(description = "Seed of every random choice.")
    private long seed = Trainer.DEFAULT_SEED;

    @Config(description = "Version and commit of the program.")
    private String build = "";

    private int invocations;
    private ImmutableFeatureMap inputs = features(java.util.List.of("step"));

    /** For the configuration reader. */
    @SuppressWarnings("unused")
    private SeriesTrainer() {}

    public SeriesTrainer(Forecaster forecaster, TrainingIdentity identity) {
        this.forecaster = forecaster.name();
        this.seed = identity.seed();
        this.build = identity.build();
        this.inputs = features(forecaster.inputNames());
    }

    /** Wraps one fitted state. {@code buckets} is how many buckets it learnt from. */
    public synchronized SeriesModel wrap(FittedState state, int buckets, TrainingIdentity identity) {
        TrainerProvenance trainer = getProvenance();
        invocations++;
        ModelProvenance provenance = new ModelProvenance(
                SeriesModel.class.getName(),
                identity.at(),
                identity.dataset(buckets, inputs.size(), SeriesModel.OUTPUTS.length),
                trainer,
                identity.instance(),
                false); // the build names the machine's Java; the same training gives the same bytes anywhere
        return new SeriesModel(state.model(), provenance, inputs, outputs(), state);
    }

    /** A series is not a bag of examples; {@link #wrap} is the way in. */
    @Override
    public SeriesModel train(Dataset<Regressor> examples, Map<String, Provenance> runProvenance) {
        throw new IllegalStateException("A time series cannot be trained from a shuffled dataset; use wrap(...).");
    }

    @Override
    public int getInvocationCount() {
        return invocations;
    }

    @Override
    public synchronized void setInvocationCount(int invocationCount) {
        if (invocationCount < 0) {
            throw new IllegalArgumentException(
                    "The invocation count (%d) must not be negative.".formatted(invocationCount));
        }
        invocations = invocationCount;
    }

    @Override
    public TrainerProvenance getProvenance() {
        return new TrainerProvenanceImpl(this);
    }

    private static ImmutableFeatureMap features(Iterable<String> names) {
        MutableFeatureMap map = new MutableFeatureMap();
        names.forEach(n -> map.add(n, 0.0));
        return new ImmutableFeatureMap(map);
    }

    private static ImmutableOutputInfo<Regressor> outputs() {
        MutableRegressionInfo info = (MutableRegressionInfo) new RegressionFactory().generateInfo();
        info.observe(new Regressor(SeriesModel.OUTPUTS, new double[SeriesModel.OUTPUTS.length]));
        return info.generateImmutableOutputInfo();
    }
}
