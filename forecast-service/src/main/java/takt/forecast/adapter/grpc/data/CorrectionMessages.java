package takt.forecast.adapter.grpc.data;

import java.time.Instant;
import takt.forecast.cleanse.Correction;
import takt.forecast.usecase.data.port.CorrectionStore.Recorded;
import takt.kit.Mirror;
import takt.proto.cause.CauseParts;
import takt.proto.cause.CauseWords;

/** Corrections, in our words and the contract's. */
final class CorrectionMessages {

    private CorrectionMessages() {}

    static takt.proto.forecast.v1.Correction message(Recorded recorded) {
        Correction correction = recorded.correction();
        return takt.proto.forecast.v1.Correction.newBuilder()
                .setId(correction.id())
                .setPart(correction.subject().key().part().value())
                .setSite(correction.subject().key().site().value())
                .setCalendar(Mirror.CALENDAR.contract(correction.subject().calendar()))
                .setBucket(correction.finding().bucket().toString())
                .setMethod(CleansingGrpc.METHODS.contract(correction.finding().method()))
                .setOriginalThousandths(correction.finding().original())
                .setCorrectedThousandths(correction.finding().corrected())
                .setReason(CauseWords.of(correction.finding().cause()))
                .setCause(CauseParts.of(correction.finding().cause()).message())
                .setStanding(CleansingGrpc.STANDINGS.contract(correction.standing()))
                .setDecidedBy(recorded.by())
                .setDecidedAt(recorded.at().map(Instant::toString).orElse(""))
                .setNote(recorded.note())
                .build();
    }
}
