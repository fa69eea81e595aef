package takt.kit.facts;

import io.smallrye.mutiny.Uni;
import java.util.List;
import takt.kernel.CodeBook;

/** The kinds of facts that a service takes in, and what their rows may name. */
public interface Feeds {

    List<String> kinds();

    /** Where the rows of a kind go and who judges them, by what is known now. */
    Uni<Importer.Target> target(String kind, List<String> columns);

    /** What rows may name now. */
    Uni<CodeBook> codes();
}
