package takt.cli.command;

import java.util.function.LongConsumer;
import takt.cli.client.ImportClient;
import takt.cli.source.SourceFile;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.sharing.v1.NetworkKind;
import takt.proto.type.v1.ImportReport;

/** What can be imported, and which service takes it. Both services keep sites, so both get them; cross-references
 * of the network's codes go to the one that knows them. */
public enum Kind {
    partners,
    sites,
    parts,
    vehicle_lines,
    usage,
    production_schedule,
    built_volume,
    demand,
    successions,
    cross_references,
    unit_conversions,
    plant_calendar,
    inventory,
    supply_relations,
    bom_links,
    network_cross_references;

    /** The name in the contract. */
    String code() {
        return this == network_cross_references ? cross_references.code() : name().toUpperCase(java.util.Locale.ROOT);
    }

    public ImportReport send(ImportClient client, SourceFile file, ImportClient.How how, LongConsumer progress) {
        String code = code();
        return switch (this) {
            case partners, supply_relations, bom_links, network_cross_references ->
                client.send(NetworkKind.valueOf("NETWORK_KIND_" + code), file, how, progress);
            case sites -> {
                client.send(NetworkKind.NETWORK_KIND_SITES, file, how, progress);
                yield client.send(ImportKind.IMPORT_KIND_SITES, file, how, progress);
            }
            default -> client.send(ImportKind.valueOf("IMPORT_KIND_" + code), file, how, progress);
        };
    }
}
