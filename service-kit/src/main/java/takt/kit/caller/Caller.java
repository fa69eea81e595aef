package takt.kit.caller;

import java.util.Optional;
import java.util.Set;
import takt.kernel.PartnerId;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Who calls: the login, its roles, and the partner it speaks for. */
public record Caller(String name, Set<String> roles, Optional<PartnerId> partner) {

    /** What it may be shown. A supplier is one, whatever other roles it has, and must name its partner. */
    public Audience audience() {
        if (roles.contains(Roles.SUPPLIER)) {
            return new Audience.Partner(requirePartner());
        }
        return roles.stream().anyMatch(Roles.HOUSE::contains) ? new Audience.House() : new Audience.Nobody();
    }

    /** The partner a supplier speaks for; refuses a supplier's token without one. */
    public PartnerId requirePartner() {
        return partner.orElseThrow(() -> new TaktException(
                Category.FORBIDDEN,
                "PARTNER_MISSING",
                "The token of login (%s) names no partner.%nMaybe its `partner` claim is missing or no BPNL."
                        .formatted(name)));
    }
}
