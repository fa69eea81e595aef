package takt.sharing.run.port;

import io.smallrye.mutiny.Uni;
import takt.kit.facts.FactTable;
import takt.sharing.network.Network;
import takt.sharing.network.NetworkKind;

/** The network as known now, and where its facts are kept. */
public interface NetworkSource {

    Uni<NetworkKind.Known> known();

    Uni<Network> network();

    FactTable table(NetworkKind kind);
}
