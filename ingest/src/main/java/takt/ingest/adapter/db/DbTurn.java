package takt.ingest.adapter.db;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import takt.ingest.usecase.port.Turn;
import takt.ingest.usecase.port.Writing;
import takt.kit.db.FactMoment;
import takt.kit.db.Lease;

/** Whoever takes a {@linkplain FactMoment moment} waits for a transaction of it. */
record DbTurn(Lease lease) implements Turn {

    @Override
    public <T> Uni<T> transaction(Function<Writing, Uni<T>> work) {
        return begin().chain(() -> within(work))
                .call(this::commit)
                .onFailure()
                .call(failure -> rollback().onFailure().recoverWithNull());
    }

    @Override
    public Uni<Void> begin() {
        return lease.connection().begin().chain(begun -> FactMoment.enter(lease.connection()));
    }

    @Override
    public <T> Uni<T> within(Function<Writing, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.apply(new DbWriting(lease.connection())));
    }

    @Override
    public Uni<Void> commit() {
        return lease.connection().transaction().commit();
    }

    @Override
    public Uni<Void> rollback() {
        return lease.connection().transaction().rollback();
    }

    @Override
    public Uni<Void> release() {
        return lease.release();
    }
}
