package takt.kit;

import java.util.Optional;
import java.util.Set;
import takt.kernel.PartnerId;

/** Who calls: the login, its roles, and the partner it speaks for. */
public record Caller(String name, Set<String> roles, Optional<PartnerId> partner) {

    public boolean isSupplier() {
        return roles.contains(Roles.SUPPLIER);
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
