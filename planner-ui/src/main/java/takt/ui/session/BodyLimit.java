package takt.ui.session;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Only calls of the contract and sheets may be long; a login is not. */
@ApplicationScoped
class BodyLimit {

    private static final int LARGEST = 64 << 10;

    private static final Pattern LONG = Pattern.compile("/rpc/.*|/sheet(/read)?");
    /** Before who it is is asked. */
    private static final int FIRST = 300;

    void filter(@Observes io.quarkus.vertx.http.runtime.filters.Filters filters) {
        filters.register(BodyLimit::check, FIRST);
    }

    private static void check(RoutingContext call) {
        if (LONG.matcher(call.request().path()).matches() || length(call.request()) <= LARGEST) {
            call.next();
        } else {
            call.response().setStatusCode(413).putHeader("Connection", "close").end();
        }
    }

    /** One that is not said may be any. */
    private static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (length == null) {
            return request.getHeader("Transfer-Encoding") == null ? 0 : Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
