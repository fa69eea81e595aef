package takt.ingest.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import takt.ingest.code.CodeBook;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Reading;
import takt.kit.Ids;
import takt.kit.error.TaktException;

/** The kinds of facts that a service takes in, and what their rows may name. */
public interface Kinds {

    List<? extends FactKind<?>> all();

    /** Who may import, and see what waits in quarantine. */
    String[] roles();

    default List<String> names() {
        return all().stream().map(FactKind::name).toList();
    }

    default void requireKnown(String kind, String field) {
        if (!names().contains(kind)) {
            throw TaktException.invalid(
                    "KIND_UNKNOWN", field, "The kind (%s) is none of %s.".formatted(Ids.cut(kind), names()));
        }
    }

    /** Reads rows of a kind by what is known now. */
    Uni<? extends Reading<?>> reading(String kind);

    /** Imports with the same turn wait for each other, because their rows may contradict one another. */
    default String turn(String kind) {
        return kind;
    }

    /** What rows may name now. */
    Uni<CodeBook> codes();

    /** Whether rows are judged by what codes do not mean, too. */
    default boolean readsRejections() {
        return false;
    }
}
