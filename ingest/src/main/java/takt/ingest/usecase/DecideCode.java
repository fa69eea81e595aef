package takt.ingest.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import takt.ingest.code.Reference;
import takt.ingest.judge.Header;
import takt.ingest.judge.Origin;
import takt.ingest.judge.Outcome;
import takt.ingest.judge.Report;
import takt.ingest.judge.SourceRow;
import takt.ingest.judge.Trailer;
import takt.ingest.kind.CrossReferences;
import takt.ingest.row.Rejection;
import takt.ingest.usecase.port.CodeStore;
import takt.kit.caller.Caller;
import takt.kit.error.TaktException;

/** Takes codes for what they mean, or says that they do not mean it. */
@ApplicationScoped
public class DecideCode {

    private final CodeStore codes;
    private final TakeIn imports;
    private final ReplayRows rows;
    private final Kinds kinds;

    DecideCode(CodeStore codes, TakeIn imports, ReplayRows rows, Kinds kinds) {
        this.codes = codes;
        this.imports = imports;
        this.rows = rows;
        this.kinds = kinds;
    }

    /** Lands it as a fact like any other, then lets those in who waited. */
    public Uni<Outcome> accept(Reference reference, Caller caller) {
        return accept(List.of(reference), Origin.ACCEPTED, caller);
    }

    Uni<Outcome> accept(List<Reference> references, Origin origin, Caller caller) {
        return imports.takeIn(chunks(references, origin), origin, caller)
                .invoke(DecideCode::requireLanded)
                .chain(() -> rows.waiting(references, caller));
    }

    /** Remembers it, and lets those in who need not wait any more. */
    public Uni<Outcome> reject(Reference reference, Caller caller) {
        return codes.reject(reference, caller.name())
                .chain(() -> kinds.readsRejections()
                        ? rows.waiting(List.of(reference), caller)
                        : Uni.createFrom().item(Outcome.NONE));
    }

    private static void requireLanded(Report report) {
        if (report.rejected() > 0) {
            Rejection why = report.rejections().get(0);
            throw TaktException.invalid(
                    "CROSS_REFERENCE_REJECTED",
                    why.column(),
                    "The cross-reference is no good: %s (%s). %s".formatted(why.reason(), why.value(), why.help()));
        }
    }

    /** All of them, or none. */
    private static Multi<Chunk> chunks(List<Reference> references, Origin origin) {
        String source = origin == Origin.RULED ? "saved rule" : "accepted suggestion";
        List<SourceRow> lines = new ArrayList<>();
        references.forEach(r -> lines.add(new SourceRow(
                lines.size() + 2L, List.of(r.kind().name().toLowerCase(Locale.ROOT), r.code(), r.means()))));
        return Multi.createFrom()
                .items(
                        new Chunk.Opens(
                                CrossReferences.NAME,
                                new Header(UUID.randomUUID(), source, List.of("what", "code", "means"), true, "")),
                        new Chunk.Rows(lines),
                        new Chunk.Closes(new Trailer("", 0)));
    }
}
