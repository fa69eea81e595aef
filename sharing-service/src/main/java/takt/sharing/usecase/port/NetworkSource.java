package takt.sharing.usecase.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import takt.sharing.network.BomLink;
import takt.sharing.network.Network;

/** The network as known now. */
public interface NetworkSource {

    /** Numbers that facts of the network have named. */
    record Names(Set<String> partners, Set<String> sites, Set<String> parts) {}

    Uni<Names> names();

    Uni<List<BomLink>> bom();

    Uni<Network> network();
}
