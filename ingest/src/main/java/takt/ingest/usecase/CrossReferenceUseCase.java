package takt.ingest.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import takt.ingest.adapter.db.CrossReferences;
import takt.ingest.adapter.db.CrossReferences.Unknown;
import takt.ingest.adapter.db.Quarantine;
import takt.ingest.adapter.db.Quarantine.Filter;
import takt.ingest.code.CodeBook;
import takt.ingest.code.CodeKind;
import takt.ingest.code.Reference;
import takt.ingest.code.Rule;
import takt.ingest.code.Spelling;
import takt.ingest.code.Spelling.Proposal;
import takt.kit.caller.Caller;
import takt.kit.error.TaktException;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.ImportRow;
import takt.proto.type.v1.ImportRows;
import takt.proto.type.v1.ImportTrailer;
import takt.proto.type.v1.Rejection;

/** Takes the feeds of a service in, proposes what unknown codes mean, and lets people decide. */
public class CrossReferenceUseCase {

    /**
     * @param isOnly whether the code is like no other one that is known
     * @param rows open rows that wait for the code
     */
    public record Suggestion(Reference reference, Proposal proposal, boolean isOnly, long rows) {}

    /** @param without unknown codes that nothing known is like */
    public record Suggestions(List<Suggestion> all, int without) {}

    private static final Logger LOG = Logger.getLogger(CrossReferenceUseCase.class);
    private static final int MOST_CODES = 200;
    /** The kind under which every service takes cross-references in. */
    private static final String KIND = "CROSS_REFERENCES";

    private final CrossReferences references;
    private final Feeds feeds;
    private final Importer importer;
    private final Replay replay;
    private final Quarantine quarantine;

    public CrossReferenceUseCase(
            CrossReferences references, Feeds feeds, Importer importer, Replay replay, Quarantine quarantine) {
        this.references = references;
        this.feeds = feeds;
        this.importer = importer;
        this.replay = replay;
        this.quarantine = quarantine;
    }

    public Uni<List<Reference>> list(String afterKind, String afterCode, int limit) {
        return references.list(afterKind, afterCode, limit);
    }

    public Uni<Suggestions> suggest() {
        return Uni.combine()
                .all()
                .unis(references.unknown(MOST_CODES), references.rejected(), feeds.codes())
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(read -> suggestions(read.getItem1(), read.getItem2(), read.getItem3()));
    }

    private static Suggestions suggestions(List<Unknown> unknown, Set<Reference> rejected, CodeBook codes) {
        Map<CodeKind, Spelling> spellings = new EnumMap<>(CodeKind.class);
        for (CodeKind kind : CodeKind.values()) {
            spellings.put(kind, new Spelling(kind, codes.numbers(kind)));
        }
        List<Suggestion> all = new ArrayList<>();
        int without = 0;
        for (Unknown code : unknown) {
            int before = all.size();
            List<Proposal> proposals = Optional.ofNullable(spellings.get(code.kind()))
                    .orElseThrow()
                    .proposals(
                            code.code(), means -> !rejected.contains(new Reference(code.kind(), code.code(), means)));
            proposals.stream()
                    .map(p -> new Suggestion(
                            new Reference(code.kind(), code.code(), p.means()), p, proposals.size() == 1, code.rows()))
                    .forEach(all::add);
            without += all.size() == before ? 1 : 0;
        }
        return new Suggestions(all, without);
    }

    /** Remembers it, and lets those in who need not wait any more. */
    public Uni<Replay.Outcome> reject(Reference reference, Caller caller) {
        return references
                .reject(reference, caller.name())
                .chain(() -> feeds.readsRejections()
                        ? waiting(List.of(reference), caller)
                        : Uni.createFrom().item(new Replay.Outcome()));
    }

    /** Lands it as a fact like any other, then lets those in who waited. */
    public Uni<Replay.Outcome> accept(Reference reference, Caller caller) {
        return land(List.of(reference), CrossReferences.ACCEPTED, caller)
                .invoke(CrossReferenceUseCase::requireLanded)
                .chain(report -> waiting(List.of(reference), caller));
    }

    public Uni<Set<Rule>> rules() {
        return references.rules();
    }

    /** Saves or ends a rule; what waits is judged by the rules at once. */
    public Uni<Replay.Outcome> rule(Rule rule, boolean holds, Caller caller) {
        return references.rule(rule, holds, caller.name()).chain(() -> apply(caller));
    }

    /** Takes rows in; those that a saved rule can read come in after all. */
    public Uni<ImportReport> takeIn(Multi<Importer.Part> parts, Caller caller) {
        return importer.run(parts, feeds, caller)
                .chain(report -> report.getRejected() == 0 || report.getRefused()
                        ? Uni.createFrom().item(report)
                        : apply(caller)
                                .map(outcome -> report.toBuilder()
                                        .setLandedByRules(outcome.landed())
                                        .build())
                                .onFailure() // the import itself is done; the rows wait
                                .recoverWithItem(failure -> {
                                    LOG.warnf("The saved rules could not be applied: %s", failure);
                                    return report;
                                }));
    }

    /** A code that is like one known code only, and differs in what a rule allows, is taken for it. */
    private Uni<Replay.Outcome> apply(Caller caller) {
        return references
                .rules()
                .chain(rules -> rules.isEmpty()
                        ? Uni.createFrom().item(new Replay.Outcome())
                        : suggest().chain(suggestions -> {
                            List<Reference> ruled = suggestions.all().stream()
                                    .filter(Suggestion::isOnly)
                                    .filter(s -> rules.contains(new Rule(
                                            s.reference().kind(), s.proposal().difference())))
                                    .map(Suggestion::reference)
                                    .toList();
                            return ruled.isEmpty()
                                    ? Uni.createFrom().item(new Replay.Outcome())
                                    : land(ruled, CrossReferences.RULED, caller)
                                            .invoke(CrossReferenceUseCase::requireLanded)
                                            .chain(report -> waiting(ruled, caller))
                                            .chain(sum ->
                                                    sum.landed() == 0 // or there may be codes beyond the first 200
                                                            ? Uni.createFrom().item(sum)
                                                            : apply(caller).map(sum::plus));
                        }));
    }

    private Uni<ImportReport> land(List<Reference> all, String source, Caller caller) {
        return importer.run(stream(all, source), feeds, caller);
    }

    /** Judges the rows again that wait for one of the codes. */
    private Uni<Replay.Outcome> waiting(List<Reference> decided, Caller caller) {
        Uni<Replay.Outcome> all = Uni.createFrom().item(new Replay.Outcome());
        for (CodeKind kind : decided.stream().map(Reference::kind).distinct().toList()) {
            List<String> codes = decided.stream()
                    .filter(r -> r.kind() == kind)
                    .map(Reference::code)
                    .toList();
            all = all.chain(sum -> quarantine
                    .kinds(kind.unknown(), codes)
                    .chain(feeds -> replay(feeds, kind, caller))
                    .map(sum::plus));
        }
        return all;
    }

    private Uni<Replay.Outcome> replay(List<String> waiting, CodeKind kind, Caller caller) {
        Uni<Replay.Outcome> all = Uni.createFrom().item(new Replay.Outcome());
        for (String feed : waiting) {
            Filter filter = new Filter(feed, "", kind.unknown());
            all = all.chain(sum -> replay.all(filter, feeds, caller).map(sum::plus));
        }
        return all;
    }

    private static void requireLanded(ImportReport report) {
        if (report.getRejected() > 0) {
            Rejection why = report.getRejections(0);
            throw TaktException.invalid(
                    "CROSS_REFERENCE_REJECTED",
                    why.getColumn(),
                    "The cross-reference is no good: %s (%s). %s"
                            .formatted(why.getReason(), why.getValue(), why.getHelp()));
        }
    }

    private static Multi<Importer.Part> stream(List<Reference> all, String source) {
        ImportHeader header = ImportHeader.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setSource(source)
                .addAllColumns(List.of("what", "code", "means"))
                .setStrict(true)
                .build();
        ImportRows.Builder rows = ImportRows.newBuilder();
        for (Reference reference : all) {
            rows.addRows(ImportRow.newBuilder()
                    .setLine(rows.getRowsCount() + 2L)
                    .addAllCells(Arrays.asList(
                            reference.kind().name().toLowerCase(Locale.ROOT), reference.code(), reference.means())));
        }
        return Multi.createFrom()
                .items(
                        new Importer.Part(KIND, Optional.of(header), Optional.empty(), Optional.empty()),
                        new Importer.Part("", Optional.empty(), Optional.of(rows.build()), Optional.empty()),
                        new Importer.Part(
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(ImportTrailer.getDefaultInstance())));
    }
}
