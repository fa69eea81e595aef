package takt.engine.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.impl.ModelDataCarrier;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.regression.Regressor;
import takt.engine.model.FittedState;
import takt.engine.model.Forecasters;

/**
 * What one series learnt, as a Tribuo model: inputs of a step in, mean and nine quantiles out. The class name is
 * part of the stored format; do not rename it.
 */
public final class SeriesModel extends Model<Regressor> {

    private static final long serialVersionUID = 1L;
    private static final int VERSION = 0;
    static final String[] OUTPUTS = {"mean", "q0.1", "q0.2", "q0.3", "q0.4", "q0.5", "q0.6", "q0.7", "q0.8", "q0.9"};

    private final transient FittedState state;

    SeriesModel(
            String name,
            ModelProvenance provenance,
            ImmutableFeatureMap inputs,
            ImmutableOutputInfo<Regressor> outputs,
            FittedState state) {
        super(name, provenance, inputs, outputs, false);
        this.state = state;
    }

    public FittedState state() {
        return state;
    }

    public byte[] toBytes() {
        return serialize().toByteArray();
    }

    public static SeriesModel fromBytes(byte[] bytes) {
        try {
            return (SeriesModel) Model.deserialize(ModelProto.parseFrom(bytes)).castModel(Regressor.class);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("The %d bytes are not a stored model.".formatted(bytes.length), e);
        }
    }

    @Override
    public Prediction<Regressor> predict(Example<Regressor> example) {
        double[] inputs = new double[featureIDMap.size()];
        int used = 0;
        for (Feature feature : example) {
            int id = featureIDMap.getID(feature.getName());
            if (id >= 0) {
                inputs[id] = feature.getValue();
                used++;
            }
        }
        if (used < inputs.length) {
            throw new IllegalArgumentException(
                    "The example has %d of the %d inputs that model (%s) needs.".formatted(used, inputs.length, name));
        }
        takt.engine.model.Prediction step = Forecasters.named(state.model()).predict(state, inputs);
        double[] values = new double[OUTPUTS.length];
        values[0] = step.mean();
        System.arraycopy(step.quantiles(), 0, values, 1, step.quantiles().length);
        return new Prediction<>(new Regressor(OUTPUTS, values), used, example);
    }

    @Override
    public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
        return Map.of();
    }

    @Override
    public Optional<Excuse<Regressor>> getExcuse(Example<Regressor> example) {
        return Optional.empty();
    }

    @Override
    protected SeriesModel copy(String newName, ModelProvenance newProvenance) {
        return new SeriesModel(newName, newProvenance, featureIDMap, outputIDInfo, state);
    }

    @Override
    public ModelProto serialize() {
        Struct.Builder arrays = Struct.newBuilder();
        state.arrays().forEach((name, values) -> {
            ListValue.Builder list = ListValue.newBuilder();
            for (double value : values) {
                list.addValues(Value.newBuilder().setNumberValue(value));
            }
            arrays.putFields(name, Value.newBuilder().setListValue(list).build());
        });
        String carrier = Base64.getEncoder()
                .encodeToString(createDataCarrier().serialize().toByteArray());
        Struct payload = Struct.newBuilder()
                .putFields("carrier", Value.newBuilder().setStringValue(carrier).build())
                .putFields(
                        "model",
                        Value.newBuilder().setStringValue(state.model()).build())
                .putFields("arrays", Value.newBuilder().setStructValue(arrays).build())
                .build();
        return ModelProto.newBuilder()
                .setVersion(VERSION)
                .setClassName(SeriesModel.class.getName())
                .setSerializedData(Any.pack(payload))
                .build();
    }

    /** Called by {@link Model#deserialize}. */
    public static SeriesModel deserializeFromProto(int version, String className, Any message)
            throws InvalidProtocolBufferException {
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "The stored model has version %d, this program reads %d.".formatted(version, VERSION));
        }
        Map<String, Value> payload = message.unpack(Struct.class).getFieldsMap();
        byte[] bytes = Base64.getDecoder().decode(field(payload, "carrier").getStringValue());
        ModelDataCarrier<?> carrier = ModelDataCarrier.deserialize(ModelDataProto.parseFrom(bytes));
        @SuppressWarnings("unchecked") // written by serialize() above
        ImmutableOutputInfo<Regressor> outputs = (ImmutableOutputInfo<Regressor>) carrier.outputDomain();
        TreeMap<String, double[]> arrays = new TreeMap<>();
        field(payload, "arrays")
                .getStructValue()
                .getFieldsMap()
                .forEach((name, value) -> arrays.put(name, numbers(value)));
        FittedState state = new FittedState(field(payload, "model").getStringValue(), arrays);
        return new SeriesModel(carrier.name(), carrier.provenance(), carrier.featureDomain(), outputs, state);
    }

    private static Value field(Map<String, Value> payload, String name) {
        Value value = payload.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The stored model has no field (%s).".formatted(name));
        }
        return value;
    }

    private static double[] numbers(Value list) {
        return list.getListValue().getValuesList().stream()
                .mapToDouble(Value::getNumberValue)
                .toArray();
    }
}
