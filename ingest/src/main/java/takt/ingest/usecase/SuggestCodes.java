package takt.ingest.usecase;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import takt.ingest.code.Suggestions;
import takt.ingest.usecase.port.CodeStore;

/** Proposes what the unknown codes mean for which rows wait. */
@ApplicationScoped
public class SuggestCodes {

    private static final int MOST_CODES = 200;

    private final CodeStore codes;
    private final Kinds kinds;

    SuggestCodes(CodeStore codes, Kinds kinds) {
        this.codes = codes;
        this.kinds = kinds;
    }

    public Uni<Suggestions> suggest() {
        return Uni.combine()
                .all()
                .unis(codes.unknown(MOST_CODES), codes.rejected(), kinds.codes())
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(read -> Suggestions.of(read.getItem1(), read.getItem2(), read.getItem3()));
    }
}
