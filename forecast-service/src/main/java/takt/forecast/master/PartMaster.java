package takt.forecast.master;

import java.util.Collection;
import java.util.Optional;
import takt.engine.series.Succession.Link;

/** A part with the one whose place it takes and the one that takes its place. */
public record PartMaster(PartFacts facts, Optional<Link> before, Optional<Link> after) {

    /** @param links any that may concern the part */
    public static PartMaster of(PartFacts facts, Collection<Link> links) {
        return new PartMaster(
                facts,
                links.stream()
                        .filter(l -> l.successor().value().equals(facts.part()))
                        .findFirst(),
                links.stream()
                        .filter(l -> l.predecessor().value().equals(facts.part()))
                        .findFirst());
    }
}
