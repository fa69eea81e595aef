package takt.sharing.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;
import takt.sharing.network.Partner;
import takt.sharing.usecase.port.NetworkSource;

/** Lists partners. */
@ApplicationScoped
public class ListPartners {

    private final NetworkSource networks;

    ListPartners(NetworkSource networks) {
        this.networks = networks;
    }

    /** A supplier sees itself and its direct customers. */
    public Uni<List<Partner>> partners(Caller caller) {
        Audience audience = caller.audience();
        return networks.network()
                .map(network -> network.partners().stream()
                        .filter(p -> audience.isHouse()
                                || audience instanceof Audience.Partner own && network.knows(own.id(), p.id()))
                        .sorted(Comparator.comparingInt(Partner::tier).thenComparing(Partner::name))
                        .toList());
    }
}
