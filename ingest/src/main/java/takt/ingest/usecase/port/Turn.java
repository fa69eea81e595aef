package takt.ingest.usecase.port;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** The right to write facts of kinds that must not be written by two at once. It ends with the service at the latest. */
public interface Turn {

    /** All of the work is kept, or nothing of it. */
    <T> Uni<T> transaction(Function<Writing, Uni<T>> work);

    /** Begins a transaction that {@link #within} works in until {@link #commit} or {@link #rollback}. */
    Uni<Void> begin();

    <T> Uni<T> within(Function<Writing, Uni<T>> work);

    Uni<Void> commit();

    Uni<Void> rollback();

    /** Undoes what was left open and lets the next one in. */
    Uni<Void> release();
}
