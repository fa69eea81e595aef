package takt.capacity.adapter.grpc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import takt.capacity.commitment.Answer;
import takt.capacity.commitment.Comments;
import takt.capacity.commitment.Judgement;
import takt.capacity.commitment.Reading;
import takt.capacity.commitment.ShortfallReason;
import takt.kernel.Quantity;
import takt.kernel.Week;
import takt.kit.Ids;
import takt.kit.error.TaktException;
import takt.proto.capacity.v1.AnswerRefusal;
import takt.proto.capacity.v1.CommitmentAnswer;
import takt.proto.capacity.v1.SubmitCommitmentsResponse;

/** Answers and what became of them, between our words and the contract's. */
final class AnswerMessages {

    private static final int SHOWN = 100;

    private AnswerMessages() {}

    /** An answer that cannot be read is refused by itself; the others of the request are not its fault. */
    static Reading reading(CommitmentAnswer message) {
        try {
            return answer(message);
        } catch (TaktException e) {
            return new Reading.Unreadable(e.reason(), String.valueOf(e.getMessage()));
        }
    }

    private static Answer answer(CommitmentAnswer message) {
        UUID line = Ids.uuid("line_id", message.getLineId());
        Optional<Reading.Unreadable> fault = Comments.fault(message.getComment());
        if (fault.isPresent()) {
            throw TaktException.invalid(
                    fault.get().code(), "comment", fault.get().message());
        }
        return new Answer(
                line,
                week(message.getWeek()),
                message.getCommittedThousandths(),
                reason(message),
                message.getComment(),
                message.getConfirmed());
    }

    private static Week week(String monday) {
        try {
            return new Week(LocalDate.parse(monday));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw TaktException.invalid(
                    "WEEK_INVALID",
                    "week",
                    "The week (%s) must be the date of a Monday, YYYY-MM-DD.".formatted(Ids.cut(monday)));
        }
    }

    private static ShortfallReason reason(CommitmentAnswer message) {
        return message.getReason() == takt.proto.capacity.v1.ShortfallReason.UNRECOGNIZED
                ? ShortfallReason.UNSPECIFIED
                : ShortfallReason.valueOf(message.getReason().name().substring("SHORTFALL_REASON_".length()));
    }

    /** The response as bytes, so that the same request can be answered with it again. */
    static byte[] response(List<Judgement> judgements) {
        SubmitCommitmentsResponse.Builder response = SubmitCommitmentsResponse.newBuilder();
        int accepted = 0;
        int unchanged = 0;
        for (int i = 0; i < judgements.size(); i++) {
            Judgement judgement = judgements.get(i);
            if (judgement instanceof Judgement.Accepted) {
                accepted++;
            } else if (judgement instanceof Judgement.Unchanged) {
                unchanged++;
            } else if (judgement instanceof Judgement.Refused refused && response.getRefusalsCount() < SHOWN) {
                response.addRefusals(AnswerRefusal.newBuilder()
                        .setIndex(i)
                        .setReason(refused.code())
                        .setMessage(refused.message()));
            }
        }
        return response.setAccepted(accepted).setUnchanged(unchanged).build().toByteArray();
    }

    static takt.proto.type.v1.Quantity quantity(Quantity quantity) {
        return takt.proto.type.v1.Quantity.newBuilder()
                .setThousandths(quantity.thousandths())
                .setUnit(quantity.unit().name())
                .build();
    }
}
