package takt.sharing.adapter.rest;

import java.util.UUID;
import takt.sharing.publication.Publication;

/** A publication in JSON; dates as YYYY-MM-DD, instants as RFC 3339. */
public record PublicationView(
        String id,
        int number,
        String supplier,
        String versionId,
        String predecessorId,
        String firstWeek,
        int weeks,
        int lines,
        String createdAt,
        String acknowledgedAt,
        String answerBy) {

    static PublicationView of(Publication p) {
        return new PublicationView(
                p.id().toString(),
                p.number(),
                p.supplier().value(),
                p.versionId().toString(),
                p.predecessor().map(UUID::toString).orElse(""),
                p.firstWeek().toString(),
                p.weeks(),
                p.lines(),
                p.createdAt().toString(),
                p.acknowledgedAt().map(Object::toString).orElse(""),
                p.answerBy().toString());
    }
}
