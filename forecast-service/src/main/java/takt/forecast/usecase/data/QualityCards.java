package takt.forecast.usecase.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import takt.forecast.quality.Agreement;
import takt.forecast.quality.Assessment;
import takt.forecast.quality.Card;
import takt.forecast.quality.Dimension;
import takt.forecast.quality.Extent;
import takt.forecast.quality.Measure;
import takt.forecast.quality.Rows;
import takt.forecast.quality.Scope;

/** Cards of kinds of facts and of their sources, from what was counted. */
final class QualityCards {

    private final Assessment assessment;

    QualityCards(Assessment assessment) {
        this.assessment = assessment;
    }

    /** @param needed demand against what usage and built vehicles asked for */
    Card demand(List<Rows> sources, List<Extent> demand, List<Agreement> needed) {
        List<Measure> own = new ArrayList<>(extents(demand, true));
        assessment.consistency(needed, "Demand against usage times built").ifPresent(own::add);
        return kind(sources, own);
    }

    /** @param planned built against what was planned when the bucket began */
    Card built(List<Rows> sources, List<Extent> built, List<Agreement> planned) {
        List<Measure> own = new ArrayList<>(extents(built, false));
        assessment
                .consistency(planned, "Built against planned when the bucket began")
                .ifPresent(own::add);
        return kind(sources, own);
    }

    /** @param issued days on which schedules of each calendar were issued */
    Card schedule(List<Rows> sources, Collection<List<LocalDate>> issued) {
        return kind(sources, latest(issued).stream().toList());
    }

    /** @param own what is measured of the kind beside the validity of its rows */
    Card kind(List<Rows> sources, List<Measure> own) {
        List<Measure> measures = new ArrayList<>(List.of(assessment.validity(sources)));
        measures.addAll(own);
        return new Card(Scope.KIND, words(sources.get(0).kind()), measures);
    }

    Card source(Rows source) {
        List<Measure> own = new ArrayList<>(List.of(assessment.validity(List.of(source))));
        assessment.timeliness(source).ifPresent(own::add);
        return new Card(Scope.SOURCE, words(source.kind()) + " from " + source.source(), own);
    }

    /** Of the schedules of several calendars the one that is latest. */
    private Optional<Measure> latest(Collection<List<LocalDate>> issued) {
        return issued.stream()
                .flatMap(days -> assessment.timeliness(days).stream())
                .min(Comparator.comparingDouble(Measure::share));
    }

    /** Of several calendars the worst is what a planner must know. */
    List<Measure> extents(List<Extent> extents, boolean hasOdd) {
        Map<Dimension, Measure> worst = new EnumMap<>(Dimension.class);
        for (Extent extent : extents) {
            List<Measure> measures = new ArrayList<>(
                    List.of(assessment.completeness(extent), assessment.timeliness(extent.calendar(), extent.last())));
            if (hasOdd) {
                measures.add(assessment.plausibility(extent));
            }
            measures.forEach(m -> worst.merge(m.dimension(), m, (a, b) -> a.share() <= b.share() ? a : b));
        }
        return List.copyOf(worst.values());
    }

    private static String words(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
