package takt.sharing.usecase;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import takt.ingest.code.CodeBook;
import takt.ingest.code.CodeKind;
import takt.ingest.kind.CrossReferences;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Reading;
import takt.ingest.usecase.Kinds;
import takt.ingest.usecase.port.CodeStore;
import takt.kit.caller.Roles;
import takt.sharing.ingest.BomLinks;
import takt.sharing.ingest.NetworkKnown;
import takt.sharing.ingest.Partners;
import takt.sharing.ingest.Sites;
import takt.sharing.ingest.SupplyRelations;
import takt.sharing.usecase.port.ForecastDoor;
import takt.sharing.usecase.port.NetworkSource;

/** The kinds of facts that the network is made of. */
@ApplicationScoped
public class NetworkKinds implements Kinds {

    private static final FactKind<NetworkKnown> PARTNERS = new Partners();
    private static final FactKind<NetworkKnown> SITES = new Sites();
    public static final List<FactKind<NetworkKnown>> ALL =
            List.of(PARTNERS, SITES, new SupplyRelations(), new BomLinks(), new CrossReferences<>());

    private final NetworkSource networks;
    private final ForecastDoor forecasts;
    private final CodeStore references;

    NetworkKinds(NetworkSource networks, ForecastDoor forecasts, CodeStore references) {
        this.networks = networks;
        this.forecasts = forecasts;
        this.references = references;
    }

    @Override
    public List<FactKind<NetworkKnown>> all() {
        return ALL;
    }

    @Override
    public String[] roles() {
        return new String[] {Roles.PLANNER};
    }

    /** Parts are known when the network has named them, or the OEM knows them. */
    @Override
    public Uni<CodeBook> codes() {
        return forecasts.parts().chain(parts -> codes(parts));
    }

    /** Two kinds may name the same new part, each in its own spelling. */
    @Override
    public String turn(String kind) {
        return namesParts(kind) ? "network parts" : kind;
    }

    private static boolean namesParts(String kind) {
        return !kind.equals(PARTNERS.name()) && !kind.equals(SITES.name());
    }

    @Override
    public boolean readsRejections() {
        return true;
    }

    @Override
    public Uni<Reading<NetworkKnown>> reading(String name) {
        FactKind<NetworkKnown> kind = FactKind.named(name, ALL);
        return Uni.combine()
                .all()
                .unis(namesParts(name) ? codes() : codes(Set.of()), networks.bom(), references.rejected())
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(read -> NetworkKnown.of(read.getItem1(), read.getItem2(), read.getItem3()))
                .map(known -> new Reading<>(kind, known));
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
