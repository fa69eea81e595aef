package takt.forecast.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private static final double LEAST = 0.9;
    private static final int MOST = 3;
    /** Comparing letter by letter goes over all known codes; above this many it is left out. */
    private static final int MOST_COMPARED = 200_000;

    private final Map<String, List<String>> byLetters = new HashMap<>();
    private final Map<String, List<String>> byLooks = new HashMap<>();
    private final Collection<String> known;
    private final Map<String, String> usual;

    public Spelling(Collection<String> known) {
        this(known, Map.of());
    }

    /** @param usual other names, in capitals, that many use for a known code */
    public Spelling(Collection<String> known, Map<String, String> usual) {
        this.known = known;
        this.usual = usual;
        for (String code : known) {
            byLetters.computeIfAbsent(letters(code), l -> new ArrayList<>()).add(code);
            byLooks.computeIfAbsent(looks(code), l -> new ArrayList<>()).add(code);
        }
    }

    /** The likeliest first, at most three. */
    public List<Proposal> proposals(String code) {
        if (letters(code).isEmpty()) {
            return List.of();
        }
        List<Proposal> all = new ArrayList<>();
        Optional.ofNullable(usual.get(bare(code)))
                .ifPresent(means -> all.add(new Proposal(means, Difference.USUAL_NAME)));
        byLetters.getOrDefault(letters(code), List.of()).forEach(same -> all.add(sameLetters(code, same)));
        byLooks.getOrDefault(looks(code), List.of()).stream()
                .filter(same -> !letters(same).equals(letters(code)))
                .forEach(same -> all.add(new Proposal(same, Difference.LOOKALIKES)));
        if (all.isEmpty() && known.size() <= MOST_COMPARED) {
            near(code).forEach(all::add);
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(Proposal::likeness)
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
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String letters = letters(code);
        return known.stream()
                .filter(other -> Math.abs(letters(other).length() - letters.length()) <= 1)
                .map(other -> new Proposal(other, 0.95 * similarity.apply(letters, letters(other)), Difference.SLIP))
                .filter(proposal -> proposal.likeness() >= LEAST);
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
