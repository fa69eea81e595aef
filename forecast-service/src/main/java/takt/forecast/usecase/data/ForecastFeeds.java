package takt.forecast.usecase.data;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import takt.forecast.ingest.FeedKind;
import takt.forecast.master.Catalogue;
import takt.forecast.usecase.data.port.FactSource;
import takt.forecast.usecase.data.port.FactTargets;
import takt.ingest.code.CodeBook;
import takt.ingest.usecase.Feeds;
import takt.ingest.usecase.Importer;
import takt.kit.error.TaktException;

/** What is taken into the facts, and what is known already. */
@ApplicationScoped
public class ForecastFeeds implements Feeds {

    private final FactSource facts;
    private final FactTargets tables;

    ForecastFeeds(FactSource facts, FactTargets tables) {
        this.facts = facts;
        this.tables = tables;
    }

    @Override
    public List<String> kinds() {
        return Arrays.stream(FeedKind.values()).map(Enum::name).toList();
    }

    @Override
    public Uni<CodeBook> codes() {
        return facts.catalogue().map(Catalogue::codes);
    }

    @Override
    public Uni<Judge> judge(String kindName) {
        FeedKind kind = FeedKind.valueOf(kindName);
        return facts.catalogue().map(catalogue -> columns -> {
            List<String> missing = kind.missing(columns);
            if (!missing.isEmpty()) {
                throw TaktException.invalid(
                        "COLUMN_MISSING",
                        "columns",
                        "The header %s lacks %s.\nMaybe the file is of another kind than %s."
                                .formatted(columns, missing, kind));
            }
            return new Importer.Target(tables.of(kind), kind.reader(columns, catalogue));
        });
    }
}
