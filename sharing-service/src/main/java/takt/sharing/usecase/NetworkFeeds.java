package takt.sharing.usecase;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import takt.ingest.adapter.db.CrossReferences;
import takt.ingest.code.CodeBook;
import takt.ingest.code.CodeKind;
import takt.ingest.usecase.Feeds;
import takt.ingest.usecase.Importer;
import takt.kit.error.TaktException;
import takt.sharing.network.BomDraft;
import takt.sharing.network.NetworkKind;
import takt.sharing.usecase.port.ForecastDoor;
import takt.sharing.usecase.port.NetworkSource;

/** What is taken into the network, and what is known already. */
@ApplicationScoped
public class NetworkFeeds implements Feeds {

    private final NetworkSource networks;
    private final ForecastDoor forecasts;
    private final CrossReferences references;

    NetworkFeeds(NetworkSource networks, ForecastDoor forecasts, CrossReferences references) {
        this.networks = networks;
        this.forecasts = forecasts;
        this.references = references;
    }

    @Override
    public List<String> kinds() {
        return Arrays.stream(NetworkKind.values()).map(Enum::name).toList();
    }

    /** Parts are known when the network has named them, or the OEM knows them. */
    @Override
    public Uni<CodeBook> codes() {
        return forecasts.parts().chain(parts -> codes(parts));
    }

    /** Two kinds may name the same new part, each in its own spelling. */
    @Override
    public String turn(String kind) {
        return NetworkKind.valueOf(kind).namesParts() ? "network parts" : kind;
    }

    @Override
    public boolean readsRejections() {
        return true;
    }

    @Override
    public Uni<Judge> judge(String kindName) {
        NetworkKind kind = NetworkKind.valueOf(kindName);
        return known(kind).map(known -> columns -> {
            List<String> missing = kind.missing(columns);
            if (!missing.isEmpty()) {
                throw TaktException.invalid(
                        "COLUMN_MISSING",
                        "columns",
                        "The header %s lacks %s.\nMaybe the file is of another kind than %s."
                                .formatted(columns, missing, kind));
            }
            return new Importer.Target(networks.table(kind), row -> kind.read(row, known));
        });
    }

    private Uni<NetworkKind.Known> known(NetworkKind kind) {
        Uni<CodeBook> codes = kind.namesParts() ? codes() : codes(Set.of());
        return Uni.combine()
                .all()
                .unis(codes, networks.bom(), references.rejected())
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(read -> new NetworkKind.Known(
                        read.getItem1(),
                        new BomDraft(read.getItem2()),
                        new KnownParts(read.getItem1().numbers(CodeKind.PART), read.getItem3())));
    }

    private Uni<CodeBook> codes(Set<String> ofTheOem) {
        return networks.names()
                .chain(names -> references.meanings().map(meanings -> {
                    Set<String> parts = new HashSet<>(names.parts());
                    parts.addAll(ofTheOem);
                    return new CodeBook(
                            Map.of(
                                    CodeKind.PART,
                                    parts,
                                    CodeKind.SITE,
                                    names.sites(),
                                    CodeKind.PARTNER,
                                    names.partners(),
                                    CodeKind.UNIT,
                                    CodeBook.UNITS),
                            meanings);
                }));
    }
}
