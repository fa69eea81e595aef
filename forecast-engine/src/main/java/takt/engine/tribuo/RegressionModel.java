package takt.engine.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.oracle.labs.mlrg.olcut.config.protobuf.ProtoProvenanceSerialization;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import takt.engine.features.RegressionFeatures;
import takt.engine.model.SeriesContext;
import takt.engine.series.SeriesKey;

/** The regression over all parts, ready to say the mean of every step. */
public final class RegressionModel {

    private static final int BATCH = 200;
    private static final String[] NAMES = RegressionFeatures.NAMES.toArray(String[]::new);

    private static final ProtoProvenanceSerialization PROVENANCE = new ProtoProvenanceSerialization(false);

    private final Model<Regressor> model;

    private RegressionModel(Model<Regressor> model) {
        this.model = model;
    }

    /**
     * The trained model as its run knows it: the trainer takes its own clock and machine into the provenance, and the
     * same training must give the same bytes whenever and wherever it is done.
     */
    static RegressionModel of(Model<Regressor> trained, TrainingIdentity identity) {
        try {
            ModelProto proto = trained.serialize();
            XGBoostModelProto content = proto.getSerializedData().unpack(XGBoostModelProto.class);
            ModelProvenance own = new ModelProvenance(
                    trained.getProvenance().getClassName(),
                    identity.at(),
                    trained.getProvenance().getDatasetProvenance(),
                    trained.getProvenance().getTrainerProvenance(),
                    identity.instance(),
                    false);
            ModelDataProto.Builder metadata = content.getMetadata().toBuilder()
                    .setProvenance(PROVENANCE.serializeToProto(ProvenanceUtil.marshalProvenance(own)));
            ModelProto dated = proto.toBuilder()
                    .setSerializedData(
                            Any.pack(content.toBuilder().setMetadata(metadata).build()))
                    .build();
            return new RegressionModel(Model.deserialize(dated).castModel(Regressor.class));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Tribuo changed how it stores XGBoost models.", e);
        }
    }

    public byte[] toBytes() {
        return model.serialize().toByteArray();
    }

    public static RegressionModel fromBytes(byte[] bytes) {
        try {
            return new RegressionModel(
                    Model.deserialize(ModelProto.parseFrom(bytes)).castModel(Regressor.class));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("The %d bytes are not a stored model.".formatted(bytes.length), e);
        }
    }

    /** Mean per step 1..horizon of each series, at least 0. */
    public Map<SeriesKey, double[]> means(List<SeriesContext> contexts, int horizon) {
        Map<SeriesKey, double[]> means = new HashMap<>();
        for (int from = 0; from < contexts.size(); from += BATCH) {
            batch(contexts.subList(from, Math.min(from + BATCH, contexts.size())), horizon, means);
        }
        return means;
    }

    private void batch(List<SeriesContext> contexts, int horizon, Map<SeriesKey, double[]> means) {
        List<Example<Regressor>> rows = new ArrayList<>(contexts.size() * horizon);
        double[] scales = new double[contexts.size()];
        for (int i = 0; i < scales.length; i++) {
            RegressionFeatures features = new RegressionFeatures(contexts.get(i).history());
            scales[i] = features.scale();
            for (int step = 1; step <= horizon; step++) {
                rows.add(example(
                        RegressionFactory.UNKNOWN_REGRESSOR,
                        features.row(step, contexts.get(i).planned(step))));
            }
        }
        List<Prediction<Regressor>> predicted = model.predict(rows);
        for (int i = 0; i < scales.length; i++) {
            double[] path = new double[horizon];
            for (int h = 0; h < horizon; h++) {
                path[h] = Math.max(
                        0,
                        scales[i] * predicted.get(i * horizon + h).getOutput().getValues()[0]);
            }
            means.put(contexts.get(i).history().key(), path);
        }
    }

    static Example<Regressor> example(Regressor output, double[] row) {
        return new ArrayExample<>(output, NAMES, row);
    }
}
