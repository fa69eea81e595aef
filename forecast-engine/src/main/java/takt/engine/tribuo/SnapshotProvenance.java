package takt.engine.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil.HashType;
import com.oracle.labs.mlrg.olcut.provenance.primitives.DateTimeProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.HashProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tribuo.provenance.DataSourceProvenance;

/** Says which data a model learnt from: what they were and the SHA-256 of the snapshot. */
public final class SnapshotProvenance implements DataSourceProvenance {

    private static final long serialVersionUID = 1L;
    private static final String DESCRIPTION = "description";

    private final StringProvenance description;
    private final HashProvenance hash;
    private final DateTimeProvenance created;

    public SnapshotProvenance(String description, String sha256, OffsetDateTime created) {
        this.description = new StringProvenance(DESCRIPTION, description);
        this.hash = new HashProvenance(HashType.SHA256, RESOURCE_HASH, sha256);
        this.created = new DateTimeProvenance(DATASOURCE_CREATION_TIME, created);
    }

    /** Called by the provenance reader. */
    public SnapshotProvenance(Map<String, Provenance> map) {
        String name = "SnapshotProvenance";
        description = ObjectProvenance.checkAndExtractProvenance(map, DESCRIPTION, StringProvenance.class, name);
        hash = ObjectProvenance.checkAndExtractProvenance(map, RESOURCE_HASH, HashProvenance.class, name);
        created = ObjectProvenance.checkAndExtractProvenance(
                map, DATASOURCE_CREATION_TIME, DateTimeProvenance.class, name);
    }

    public String sha256() {
        return hash.getValue();
    }

    @Override
    public String getClassName() {
        return SnapshotProvenance.class.getName();
    }

    @Override
    public Iterator<Pair<String, Provenance>> iterator() {
        return List.<Pair<String, Provenance>>of(
                        new Pair<>(DESCRIPTION, description),
                        new Pair<>(RESOURCE_HASH, hash),
                        new Pair<>(DATASOURCE_CREATION_TIME, created))
                .iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SnapshotProvenance o
                && description.equals(o.description)
                && hash.equals(o.hash)
                && created.equals(o.created);
    }

    @Override
    public int hashCode() {
        return Objects.hash(description, hash, created);
    }

    @Override
    public String toString() {
        return generateString("DataSource");
    }
}
