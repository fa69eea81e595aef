package takt.kit.error;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.logging.Logger;

/** Turns whatever went wrong into one error of ours. What it does not know is logged and told to nobody. */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {}

    static TaktException known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TaktException ours) {
                return ours;
            }
            if (cause instanceof ForbiddenException
                    || cause instanceof UnauthorizedException
                    || cause instanceof AuthenticationFailedException) {
                return new TaktException(Category.FORBIDDEN, "FORBIDDEN", "This login may not do that.");
            }
        }
        if (Outage.isUnwritable(failure)) {
            return TaktException.invalid(
                    "TEXT_INVALID",
                    "request",
                    "A text of the request has a character (U+0000) that cannot be stored or looked for.");
        }
        if (Outage.isOne(failure)) {
            return new TaktException(
                    Category.UNAVAILABLE, "DATABASE_UNAVAILABLE", "The database does not answer; try again soon.");
        }
        LOG.error("A call failed for a reason nobody foresaw", failure);
        return new TaktException(
                Category.INTERNAL, "INTERNAL", "Something went wrong inside; the log of the service says more.");
    }
}
