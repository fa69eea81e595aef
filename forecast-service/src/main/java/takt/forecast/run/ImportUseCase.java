package takt.forecast.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import takt.forecast.ingest.FeedKind;
import takt.forecast.run.port.FactSource;
import takt.forecast.run.port.FactTargets;
import takt.kit.Caller;
import takt.kit.TaktException;
import takt.kit.facts.Importer;
import takt.proto.type.v1.ImportReport;

/** Takes rows into the facts. */
@ApplicationScoped
public class ImportUseCase {

    private final Importer importer;
    private final FactSource facts;
    private final FactTargets tables;

    ImportUseCase(Importer importer, FactSource facts, FactTargets tables) {
        this.importer = importer;
        this.facts = facts;
        this.tables = tables;
    }

    public Uni<ImportReport> run(Multi<Importer.Part> parts, Caller caller) {
        return importer.run(parts, this::target, caller);
    }

    /** Where the rows of a kind go and who judges them, by what is known now. */
    public Uni<Importer.Target> target(String kindName, List<String> columns) {
        FeedKind kind = FeedKind.valueOf(kindName);
        List<String> missing = kind.missing(columns);
        if (!missing.isEmpty()) {
            throw TaktException.invalid(
                    "COLUMN_MISSING",
                    "columns",
                    "The header %s lacks %s.\nMaybe the file is of another kind than %s."
                            .formatted(columns, missing, kind));
        }
        return facts.catalogue()
                .map(catalogue -> new Importer.Target(tables.of(kind), kind.reader(columns, catalogue)));
    }
}
