package takt.sharing.run;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import takt.kernel.CodeBook;
import takt.kernel.CodeKind;
import takt.kit.TaktException;
import takt.kit.codes.CrossReferences;
import takt.kit.facts.Feeds;
import takt.kit.facts.Importer;
import takt.sharing.network.BomDraft;
import takt.sharing.network.NetworkKind;
import takt.sharing.run.port.ForecastDoor;
import takt.sharing.run.port.NetworkSource;

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

    @Override
    public Uni<Importer.Target> target(String kindName, List<String> columns) {
        NetworkKind kind = NetworkKind.valueOf(kindName);
        List<String> missing = kind.missing(columns);
        if (!missing.isEmpty()) {
            throw TaktException.invalid(
                    "COLUMN_MISSING",
                    "columns",
                    "The header %s lacks %s.\nMaybe the file is of another kind than %s."
                            .formatted(columns, missing, kind));
        }
        return known(kind).map(known -> new Importer.Target(networks.table(kind), row -> kind.read(row, known)));
    }

    private Uni<NetworkKind.Known> known(NetworkKind kind) {
        Uni<CodeBook> codes = kind.namesParts() ? codes() : codes(Set.of());
        return Uni.combine()
                .all()
                .unis(codes, networks.bom(), references.rejected())
                .with((book, bom, rejected) -> new NetworkKind.Known(
                        book, new BomDraft(bom), new KnownParts(book.numbers(CodeKind.PART), rejected)));
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
