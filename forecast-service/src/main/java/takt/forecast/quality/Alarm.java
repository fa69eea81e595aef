package takt.forecast.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something that somebody should know of a kind of fact or source.
 *
 * @param level the usual score where it dropped: it rings until that is back; 0 otherwise
 */
public record Alarm(Scope scope, String name, Cause cause, String words, double level) {

    /** Why it rings. */
    public enum Cause {
        /** What should have come has not come. */
        LATE,
        /** The score is at least {@value #DROP} points below the usual one. */
        DROPPED
    }

    private static final double DROP = 5;

    /** @param usual scores, by name of the card */
    static List<Alarm> of(Card card, Map<String, Double> usual) {
        List<Alarm> alarms = new ArrayList<>();
        card.measures().stream()
                .filter(m -> m.dimension() == Dimension.TIMELINESS && m.share() < 1)
                .forEach(m -> alarms.add(new Alarm(card.scope(), card.name(), Cause.LATE, m.reason(), 0)));
        double score = usual.getOrDefault(card.name(), 0.0);
        if (card.score() <= score - DROP) {
            alarms.add(new Alarm(
                    card.scope(),
                    card.name(),
                    Cause.DROPPED,
                    String.format(Locale.ROOT, "The score fell from the usual %.0f to %.0f.", score, card.score()),
                    score));
        }
        return alarms;
    }

    /** Of all cards, in their order. */
    public static List<Alarm> of(List<Card> cards, Map<String, Double> usual) {
        return cards.stream().flatMap(card -> of(card, usual).stream()).toList();
    }
}
