package takt.ingest.code;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import takt.ingest.code.Spelling.Proposal;

/**
 * What unknown codes may mean.
 *
 * @param without unknown codes that nothing known is like
 */
public record Suggestions(List<Suggestion> all, int without) {

    /** @param rejected what people said codes do not mean */
    public static Suggestions of(List<UnknownCode> unknown, Set<Reference> rejected, CodeBook codes) {
        Map<CodeKind, Spelling> spellings = new EnumMap<>(CodeKind.class);
        for (CodeKind kind : CodeKind.values()) {
            spellings.put(kind, new Spelling(kind, codes.numbers(kind)));
        }
        List<Suggestion> all = new ArrayList<>();
        int without = 0;
        for (UnknownCode code : unknown) {
            List<Proposal> proposals = Optional.ofNullable(spellings.get(code.kind()))
                    .orElseThrow()
                    .proposals(
                            code.code(), means -> !rejected.contains(new Reference(code.kind(), code.code(), means)));
            proposals.stream()
                    .map(p -> new Suggestion(
                            new Reference(code.kind(), code.code(), p.means()), p, proposals.size() == 1, code.rows()))
                    .forEach(all::add);
            without += proposals.isEmpty() ? 1 : 0;
        }
        return new Suggestions(all, without);
    }
}
