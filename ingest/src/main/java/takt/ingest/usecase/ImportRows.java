package takt.ingest.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import takt.ingest.judge.Origin;
import takt.ingest.judge.Outcome;
import takt.ingest.judge.Report;
import takt.kit.caller.Caller;

/** Takes rows in that somebody sends; those that a saved rule can read come in after all. */
@ApplicationScoped
public class ImportRows {

    private static final Logger LOG = Logger.getLogger(ImportRows.class);

    private final TakeIn imports;
    private final ApplyRules rules;

    ImportRows(TakeIn imports, ApplyRules rules) {
        this.imports = imports;
        this.rules = rules;
    }

    /** @param chunks are taken one by one */
    public Uni<Report> takeIn(Multi<Chunk> chunks, Caller caller) {
        return imports.takeIn(chunks, Origin.SENT, caller)
                .chain(report -> report.rejected() == 0 || report.isRefused()
                        ? Uni.createFrom().item(report)
                        : rules.apply(caller)
                                .map(Outcome::landed)
                                .map(report::landedByRules)
                                .onFailure() // the import itself is done; the rows wait
                                .recoverWithItem(failure -> {
                                    LOG.warnf("The saved rules could not be applied: %s", failure);
                                    return report;
                                }));
    }
}
