package takt.sharing.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import takt.kernel.PartnerId;
import takt.kernel.Week;
import takt.sharing.explosion.Delivery;

/** Collects deliveries into one publication per supplier. */
public final class PublicationPlan {

    /** Weeks that are published: nine months, the least that Catena-X recommends. */
    public static final int WEEKS = 39;

    /** Weeks that are computed, so that the last published week of a lower tier still sees its parents. */
    public static final int COMPUTED_WEEKS = 52;

    /** A publication in the making. */
    public record Draft(PartnerId supplier, LocalDate answerBy, List<PublicationLine> lines) {}

    private final double[] levels;
    private final LocalDate today;
    private final Map<PartnerId, List<PublicationLine>> lines = new TreeMap<>();
    private final Map<PartnerId, Integer> answerDays = new TreeMap<>();

    public PublicationPlan(double[] levels, LocalDate today) {
        this.levels = levels;
        this.today = today;
    }

    public void take(Delivery delivery) {
        PartnerId supplier = delivery.relation().supplier();
        lines.computeIfAbsent(supplier, s -> new ArrayList<>())
                .add(PublicationLine.of(UUID.randomUUID(), delivery, levels, Week.of(today), WEEKS));
        answerDays.merge(supplier, delivery.relation().answerDays(), Math::min);
    }

    /** One draft per supplier, lines by part and customer. */
    public List<Draft> drafts() {
        return lines.entrySet().stream()
                .map(e -> new Draft(
                        e.getKey(), today.plusDays(answerDays.getOrDefault(e.getKey(), 0)), sorted(e.getValue())))
                .toList();
    }

    private static List<PublicationLine> sorted(List<PublicationLine> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(PublicationLine::part)
                        .thenComparing(PublicationLine::customer)
                        .thenComparing(PublicationLine::customerSite))
                .toList();
    }
}
