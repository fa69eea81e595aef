package takt.kit.caller;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import takt.kernel.PartnerId;

/** Finds out who calls. */
@ApplicationScoped
public class Callers {

    private final CurrentIdentityAssociation identities;

    Callers(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    public Uni<Caller> current() {
        return identities.getDeferredIdentity().map(Callers::of);
    }

    /** Who calls, if the login has one of the roles; for services that the annotations do not reach. */
    public Uni<Caller> current(String... roles) {
        return identities.getDeferredIdentity().map(identity -> {
            if (identity.isAnonymous()) {
                throw new UnauthorizedException();
            }
            if (Arrays.stream(roles).noneMatch(identity::hasRole)) {
                throw new ForbiddenException();
            }
            return of(identity);
        });
    }

    private static Caller of(SecurityIdentity identity) {
        Optional<PartnerId> partner = identity.getPrincipal() instanceof JsonWebToken token
                ? token.<String>claim("partner").filter(PartnerId::isValid).map(PartnerId::new)
                : Optional.empty();
        return new Caller(identity.getPrincipal().getName(), identity.getRoles(), partner);
    }
}
