package takt.ingest.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Finds which known codes an unknown one may be a spelling of. It proposes and never decides: the likeness orders
 * proposals and is no probability.
 */
public final class Spelling {

    /** What differs between two codes, the likeliest to mean the same first. */
    public enum Difference {
        CAPITALS(0.99, "Only capitals differ."),
        USUAL_NAME(0.98, "Many write it so."),
        MARKS(0.97, "Only capitals, blanks or marks between the characters differ."),
        LEADING_ZEROS(0.95, "Only leading zeros, capitals, blanks or marks differ."),
        LOOKALIKES(0.93, "Only characters that look alike differ, as 0 and O or 1 and I."),
        SLIP(0.9, "A character or two differ; look twice.");

        private final double likeness;
        private final String words;

        Difference(double likeness, String words) {
            this.likeness = likeness;
            this.words = words;
        }

        /** Whether a rule may decide on it; of a slip only a person can say what was meant. */
        public boolean mayBeRuled() {
            return this != SLIP;
        }
    }

    /** A code that may be meant; of a slip the likeness says how much of one it is. */
    public record Proposal(String means, double likeness, Difference difference) {

        Proposal(String means, Difference difference) {
            this(means, difference.likeness, difference);
        }

        /** What differs, one sentence. */
        public String reason() {
            return difference.words;
        }
    }

    /** Other names of units that planning systems use, in capitals. */
    private static final Map<String, String> USUAL_UNITS = Map.ofEntries(
            Map.entry("ST", "H87"),
            Map.entry("STK", "H87"),
            Map.entry("PCE", "H87"),
            Map.entry("PC", "H87"),
            Map.entry("PCS", "H87"),
            Map.entry("EA", "H87"),
            Map.entry("C62", "H87"),
            Map.entry("PAA", "PR"),
            Map.entry("KG", "KGM"),
            Map.entry("G", "GRM"),
            Map.entry("T", "TNE"),
            Map.entry("TO", "TNE"),
            Map.entry("LB", "LBR"),
            Map.entry("L", "LTR"),
            Map.entry("ML", "MLT"),
            Map.entry("M3", "MTQ"),
            Map.entry("M", "MTR"),
            Map.entry("CM", "CMT"),
            Map.entry("M2", "MTK"),
            Map.entry("H", "HUR"),
            Map.entry("S", "SEC"));

    private static final double LEAST = 0.9;
    private static final int MOST = 3;
    /** Even codes that are the same letter by letter, but for a slip, are not as alike as those that differ in marks. */
    private static final double LIKENESS = 0.95;
    /** Comparing letter by letter goes over all known codes of about the length; a second or two of it are enough. */
    private static final long MOST_COMPARISONS = 2_000_000;

    private final Map<String, List<String>> byLetters = new HashMap<>();
    private final Map<String, List<String>> byLooks = new HashMap<>();
    private final Map<Integer, List<String>> byLength = new HashMap<>();
    private final Map<String, String> usual;
    private long comparisons = MOST_COMPARISONS;

    /** @param known codes of the kind */
    public Spelling(CodeKind kind, Collection<String> known) {
        this.usual = kind == CodeKind.UNIT ? USUAL_UNITS : Map.of();
        known.forEach(this::know);
    }

    /** From now on it is known too. */
    public void know(String code) {
        String letters = letters(code);
        List<String> same = byLetters.computeIfAbsent(letters, l -> new ArrayList<>());
        if (same.isEmpty()) {
            byLength.computeIfAbsent(letters.length(), l -> new ArrayList<>()).add(letters);
        }
        same.add(code);
        byLooks.computeIfAbsent(looks(code), l -> new ArrayList<>()).add(code);
    }

    /**
     * The likeliest first, at most three; slips only where nothing is closer. Whoever asks for many codes hears of slips of the
     * first of them only, where much is known.
     *
     * @param isOpen whether a known code may be proposed
     */
    public List<Proposal> proposals(String code, Predicate<String> isOpen) {
        List<Proposal> close = close(code).toList();
        return ordered((close.isEmpty() ? near(code) : close.stream()).filter(p -> isOpen.test(p.means())));
    }

    /** Known codes that differ by no letter or digit, but for those that look alike; in no order. */
    public Stream<Proposal> close(String code) {
        if (letters(code).isEmpty()) {
            return Stream.empty();
        }
        String letters = letters(code);
        return Stream.of(
                        Stream.ofNullable(usual.get(bare(code)))
                                .map(means -> new Proposal(means, Difference.USUAL_NAME)),
                        byLetters.getOrDefault(letters, List.of()).stream().map(same -> sameLetters(code, same)),
                        byLooks.getOrDefault(looks(code), List.of()).stream()
                                .filter(same -> !letters(same).equals(letters))
                                .map(same -> new Proposal(same, Difference.LOOKALIKES)))
                .flatMap(all -> all);
    }

    private static List<Proposal> ordered(Stream<Proposal> all) {
        return all.sorted(Comparator.comparingDouble(Proposal::likeness)
                        .reversed()
                        .thenComparing(Proposal::means))
                .limit(MOST)
                .toList();
    }

    private static Proposal sameLetters(String code, String same) {
        if (code.equalsIgnoreCase(same)) {
            return new Proposal(same, Difference.CAPITALS);
        }
        return new Proposal(same, bare(code).equals(bare(same)) ? Difference.MARKS : Difference.LEADING_ZEROS);
    }

    private Stream<Proposal> near(String code) {
        String letters = letters(code);
        List<String> others = IntStream.rangeClosed(letters.length() - 1, letters.length() + 1)
                .mapToObj(length -> byLength.getOrDefault(length, List.of()))
                .flatMap(List::stream)
                .toList();
        if (letters.isEmpty() || others.size() > comparisons) {
            return Stream.empty();
        }
        comparisons -= others.size();
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        return others.stream()
                .filter(other -> LIKENESS * similarity.apply(letters, other) >= LEAST)
                .flatMap(other -> byLetters.getOrDefault(other, List.of()).stream()
                        .map(means ->
                                new Proposal(means, LIKENESS * similarity.apply(letters, other), Difference.SLIP)));
    }

    private static String bare(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static String letters(String code) {
        return bare(code).replaceFirst("^0+(?=.)", "");
    }

    private static String looks(String code) {
        return letters(code)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('S', '5')
                .replace('B', '8')
                .replace('Z', '2');
    }
}
