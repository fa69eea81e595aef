package takt.forecast.usecase.data;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import takt.forecast.ingest.BuiltVolume;
import takt.forecast.ingest.Demand;
import takt.forecast.ingest.ProductionSchedule;
import takt.forecast.quality.Alarm;
import takt.forecast.quality.Assessment;
import takt.forecast.quality.Card;
import takt.forecast.quality.Measure;
import takt.forecast.quality.Rows;
import takt.forecast.quality.Scope;
import takt.forecast.usecase.data.port.Parts;
import takt.forecast.usecase.data.port.QualityFigures;
import takt.forecast.usecase.data.port.QualityStore;
import takt.forecast.usecase.data.port.QualityStore.Assessed;
import takt.forecast.usecase.data.port.QualityStore.Point;
import takt.forecast.usecase.data.port.QualityStore.Ringing;
import takt.kit.BusinessClock;
import takt.kit.error.TaktException;

/**
 * Measures how far data can be trusted, when somebody asks and every {@code takt.quality.every} (an hour by default), and
 * says when a kind of fact is late or its score falls: in the log and to whoever asks for alarms.
 */
@ApplicationScoped
public class AssessQuality {

    private static final Logger LOG = Logger.getLogger(AssessQuality.class);

    private final QualityStore store;
    private final QualityFigures figures;
    private final Parts parts;
    private final BusinessClock clock;

    AssessQuality(QualityStore store, QualityFigures figures, Parts parts, BusinessClock clock) {
        this.store = store;
        this.figures = figures;
        this.parts = parts;
        this.clock = clock;
    }

    @Scheduled(
            every = "${takt.quality.every:1h}",
            delayed = "${takt.quality.delay:10m}",
            identity = "quality",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> onSchedule() {
        return assess().onFailure()
                .invoke(failure -> LOG.warnf("The quality of the data could not be measured: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Measures all kinds of facts and their sources, keeps the cards and returns them. */
    public Uni<List<Card>> assess() {
        Assessment assessment = new Assessment(clock.today(), clock.now());
        return kinds(assessment)
                .chain(cards -> store.usual()
                        .chain(usual -> store.keep(
                                assessment.now(),
                                assessment.businessDate(),
                                cards.stream().filter(AssessQuality::isKept).toList(),
                                Alarm.of(cards, usual)))
                        .invoke(begun ->
                                begun.forEach(alarm -> LOG.warnf("Data quality, %s: %s", alarm.name(), alarm.words())))
                        .replaceWith(cards));
    }

    /** A source that sent once and without fault, as each file under its own name does, leaves no history. */
    private static boolean isKept(Card card) {
        return card.scope() == Scope.KIND || card.measures().size() > 1 || card.score() < 100;
    }

    private Uni<List<Card>> kinds(Assessment assessment) {
        return Uni.combine()
                .all()
                .unis(
                        figures.rows(),
                        figures.demand(Optional.empty(), assessment.businessDate()),
                        figures.built(assessment.businessDate()),
                        figures.issued(),
                        figures.builtAgainstPlanned(assessment.businessDate()),
                        figures.demandAgainstNeed(Optional.empty(), assessment.businessDate()))
                .with((rows, demand, built, issued, planned, needed) -> {
                    QualityCards cards = new QualityCards(assessment);
                    List<Card> all = new ArrayList<>();
                    rows.stream()
                            .collect(Collectors.groupingBy(Rows::kind, TreeMap::new, Collectors.toList()))
                            .forEach((kind, sources) -> all.add(
                                    switch (kind) {
                                        case Demand.NAME -> cards.demand(sources, demand, needed);
                                        case BuiltVolume.NAME -> cards.built(sources, built, planned);
                                        case ProductionSchedule.NAME -> cards.schedule(sources, issued.values());
                                        default -> cards.kind(sources, List.of());
                                    }));
                    rows.forEach(source -> all.add(cards.source(source)));
                    return all;
                });
    }

    /** Measures a part; nothing is kept. */
    public Uni<Card> part(String part) {
        Assessment assessment = new Assessment(clock.today(), clock.now());
        return parts.part(part)
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw TaktException.notFound("PART_UNKNOWN", "part", part);
                    }
                })
                .chain(() -> Uni.combine()
                        .all()
                        .unis(
                                figures.demand(Optional.of(part), assessment.businessDate()),
                                figures.demandAgainstNeed(Optional.of(part), assessment.businessDate()))
                        .with((demand, needed) -> {
                            if (demand.isEmpty()) {
                                throw TaktException.notFound("DEMAND_UNKNOWN", "demand of the part", part);
                            }
                            List<Measure> own = new ArrayList<>(new QualityCards(assessment).extents(demand, true));
                            assessment
                                    .consistency(needed, "Demand against usage times built")
                                    .ifPresent(own::add);
                            return new Card(Scope.PART, part, own);
                        }));
    }

    /** What was measured last. */
    public Uni<Optional<Assessed>> newest() {
        return store.newest();
    }

    public Uni<List<Point>> history(Scope scope, String name, int limit) {
        return store.history(scope, name, limit);
    }

    public Uni<List<Ringing>> ringing() {
        return store.ringing();
    }
}
