package takt.ui.page;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Each address of a page is answered with the entry document; which page it is, the document finds out. */
@ApplicationScoped
class Addresses {

    /** First steps of the paths in the pages' manifests; a test holds them together. */
    static final List<String> PAGES = List.of("parts", "part", "inbox", "data", "models", "answer");

    void routes(@Observes Router router) {
        router.getWithRegex("/(" + String.join("|", PAGES) + ")(/.*)?").order(0).handler(Addresses::entry);
    }

    private static void entry(RoutingContext call) {
        call.reroute("/");
    }
}
