package takt.ui.page;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import takt.ui.bridge.Answer;
import takt.ui.bridge.Asker;
import takt.ui.live.Person;

/** What a page needs for its first paint. Who may see which answer, the services say. */
interface Page {

    String name();

    /** Who may open it, as its manifest says. */
    default Set<String> roles() {
        return Person.HOUSE;
    }

    /** Whether the feeds tell of everything that changes an answer of this page: then nothing has to be asked again before. */
    default boolean isTold() {
        return true;
    }

    /**
     * The answers, in any order; those that the page needs and that are not here it asks for itself.
     *
     * @param address what stands after the ? of the page's address, and what its path names
     */
    Uni<List<Answer>> compose(Asker asker, MultivaluedMap<String, String> address);

    static Uni<List<Answer>> all(List<Uni<Answer>> asked) {
        return Uni.join().all(asked).andFailFast();
    }

    static String of(MultivaluedMap<String, String> address, String name) {
        String value = address.getFirst(name);
        return value == null ? "" : value;
    }
}
