package takt.engine.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import com.oracle.labs.mlrg.olcut.provenance.ObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.BooleanProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.tribuo.Tribuo;
import org.tribuo.provenance.DatasetProvenance;

/**
 * What a model must remember of its training.
 *
 * @param runId id of the training run
 * @param snapshot SHA-256 (hex) of the facts
 * @param seed seed of every random choice
 * @param build version and commit of the program
 * @param at when the run began
 */
public record TrainingIdentity(String runId, String snapshot, long seed, String build, OffsetDateTime at) {

    SnapshotProvenance source() {
        return new SnapshotProvenance("demand, schedules, built volumes and usage", snapshot, at);
    }

    Map<String, Provenance> instance() {
        Map<String, Provenance> run = new HashMap<>();
        run.put("run-id", new StringProvenance("run-id", runId));
        run.put("build", new StringProvenance("build", build));
        return run;
    }

    DatasetProvenance dataset(int buckets, int inputs, int outputs) {
        Map<String, Provenance> map = new HashMap<>();
        map.put("class-name", new StringProvenance("class-name", "takt.engine.series.DemandSeries"));
        map.put("datasource", source());
        map.put("transformations", new ListProvenance<ObjectProvenance>());
        map.put("is-dense", new BooleanProvenance("is-dense", true));
        map.put("is-sequence", new BooleanProvenance("is-sequence", false));
        map.put("num-examples", new IntProvenance("num-examples", buckets));
        map.put("num-features", new IntProvenance("num-features", inputs));
        map.put("num-outputs", new IntProvenance("num-outputs", outputs));
        map.put("tribuo-version", new StringProvenance("tribuo-version", Tribuo.VERSION));
        return new DatasetProvenance(map);
    }
}
