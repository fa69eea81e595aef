package takt.capacity.adapter.grpc;

import java.math.BigDecimal;
import takt.capacity.commitment.AnswerDraft;
import takt.capacity.commitment.Submission.Outcome;
import takt.kernel.Quantity;
import takt.proto.capacity.v1.AnswerRefusal;
import takt.proto.capacity.v1.CommitmentAnswer;
import takt.proto.capacity.v1.SubmitCommitmentsResponse;

/** Answers and what became of them, between our words and the contract's. */
final class AnswerMessages {

    private static final int SHOWN = 100;

    private AnswerMessages() {}

    static AnswerDraft draft(CommitmentAnswer message) {
        return new AnswerDraft(
                message.getLineId(),
                message.getWeek(),
                BigDecimal.valueOf(message.getCommittedThousandths(), 3),
                reason(message),
                message.getComment(),
                message.getConfirmed());
    }

    /** A reason that this build does not know is the number that came. */
    private static String reason(CommitmentAnswer message) {
        return switch (message.getReason()) {
            case SHORTFALL_REASON_UNSPECIFIED -> "";
            case UNRECOGNIZED -> String.valueOf(message.getReasonValue());
            default -> message.getReason().name().substring("SHORTFALL_REASON_".length());
        };
    }

    static SubmitCommitmentsResponse response(Outcome outcome) {
        SubmitCommitmentsResponse.Builder response = SubmitCommitmentsResponse.newBuilder()
                .setAccepted(outcome.accepted())
                .setUnchanged(outcome.unchanged());
        outcome.refusals().stream()
                .limit(SHOWN)
                .forEach(refusal -> response.addRefusals(AnswerRefusal.newBuilder()
                        .setIndex(refusal.index())
                        .setReason(refusal.code())
                        .setMessage(refusal.message())));
        return response.build();
    }

    static takt.proto.type.v1.Quantity quantity(Quantity quantity) {
        return takt.proto.type.v1.Quantity.newBuilder()
                .setThousandths(quantity.thousandths())
                .setUnit(quantity.unit().name())
                .build();
    }
}
