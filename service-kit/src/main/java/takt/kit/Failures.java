package takt.kit;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
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
            if (isOutage(cause)) {
                return new TaktException(
                        Category.UNAVAILABLE, "DATABASE_UNAVAILABLE", "The database does not answer; try again soon.");
            }
        }
        LOG.error("A call failed for a reason nobody foresaw", failure);
        return new TaktException(
                Category.INTERNAL, "INTERNAL", "Something went wrong inside; the log of the service says more.");
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof io.vertx.core.impl.NoStackTraceThrowable
                || cause instanceof io.vertx.sqlclient.ClosedConnectionException
                || cause instanceof PgException pg
                        && (pg.getSqlState().startsWith("08")
                                || pg.getSqlState().startsWith("57P"));
    }
}
