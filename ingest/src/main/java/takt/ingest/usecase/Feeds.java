package takt.ingest.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import takt.ingest.code.CodeBook;

/** The kinds of facts that a service takes in, and what their rows may name. */
public interface Feeds {

    List<String> kinds();

    /** Judges the rows of one import by what was known when it began, whatever their columns. */
    @FunctionalInterface
    interface Judge {

        /** Where rows with these columns go and who reads them. */
        Importer.Target target(List<String> columns);
    }

    /** By what is known now. */
    Uni<Judge> judge(String kind);

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
