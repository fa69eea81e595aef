package takt.sharing.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import takt.kit.Caller;
import takt.kit.TaktException;
import takt.kit.facts.Importer;
import takt.proto.type.v1.ImportReport;
import takt.sharing.network.NetworkKind;
import takt.sharing.network.Partner;
import takt.sharing.run.port.NetworkSource;

/** Takes network facts in and lists partners. */
@ApplicationScoped
public class NetworkUseCase {

    private final Importer importer;
    private final NetworkSource networks;

    NetworkUseCase(Importer importer, NetworkSource networks) {
        this.importer = importer;
        this.networks = networks;
    }

    public Uni<ImportReport> run(Multi<Importer.Part> parts, Caller caller) {
        return importer.run(parts, this::target, caller);
    }

    /** A supplier sees itself and its direct customers. */
    public Uni<List<Partner>> partners(Caller caller) {
        return networks.network()
                .map(network -> network.partners().stream()
                        .filter(p -> !caller.isSupplier() || network.knows(caller.requirePartner(), p.id()))
                        .sorted(Comparator.comparingInt(Partner::tier).thenComparing(Partner::name))
                        .toList());
    }

    /** Where the rows of a kind go and who judges them, by what is known now. */
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
        return networks.known().map(known -> new Importer.Target(networks.table(kind), row -> kind.read(row, known)));
    }
}
