package takt.engine.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.oracle.labs.mlrg.olcut.config.protobuf.ProtoProvenanceSerialization;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import org.tribuo.Model;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.protos.SparseLinearModelProto;

/**
 * Models as their run knows them: Tribuo's trainers take their own clock and machine into the provenance, and the same
 * training must give the same bytes whenever and wherever it is done.
 */
final class Dated {

    private static final ProtoProvenanceSerialization PROVENANCE = new ProtoProvenanceSerialization(false);

    private final TrainingIdentity identity;

    Dated(TrainingIdentity identity) {
        this.identity = identity;
    }

    RegressionModel model(Model<Regressor> trained) {
        try {
            return RegressionModel.of(proto(trained));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Tribuo changed how it stores its models.", e);
        }
    }

    private ModelProto proto(Model<Regressor> trained) throws InvalidProtocolBufferException {
        ModelProto proto = trained.serialize();
        ModelProvenance own = provenance(trained);
        Any data = proto.getSerializedData();
        if (data.is(XGBoostModelProto.class)) {
            XGBoostModelProto content = data.unpack(XGBoostModelProto.class);
            data = Any.pack(content.toBuilder()
                    .setMetadata(with(content.getMetadata(), own))
                    .build());
        } else {
            SparseLinearModelProto content = data.unpack(SparseLinearModelProto.class);
            data = Any.pack(content.toBuilder()
                    .setMetadata(with(content.getMetadata(), own))
                    .build());
        }
        return proto.toBuilder().setSerializedData(data).build();
    }

    private ModelProvenance provenance(Model<Regressor> trained) {
        ModelProvenance whole = trained.getProvenance();
        return new ModelProvenance(
                whole.getClassName(),
                identity.at(),
                whole.getDatasetProvenance(),
                whole.getTrainerProvenance(),
                identity.instance(),
                false);
    }

    private static ModelDataProto with(ModelDataProto metadata, ModelProvenance provenance) {
        return metadata.toBuilder()
                .setProvenance(PROVENANCE.serializeToProto(ProvenanceUtil.marshalProvenance(provenance)))
                .build();
    }
}
