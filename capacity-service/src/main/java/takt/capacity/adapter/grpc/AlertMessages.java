package takt.capacity.adapter.grpc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import takt.capacity.alert.Care;
import takt.capacity.matching.Gap;
import takt.capacity.matching.GapKind;
import takt.kit.Ids;
import takt.kit.Mirror;
import takt.kit.caller.Audience;
import takt.kit.error.TaktException;
import takt.proto.capacity.v1.AcknowledgeAlertRequest;
import takt.proto.capacity.v1.Alert;
import takt.proto.capacity.v1.AlertKind;
import takt.proto.capacity.v1.AlertState;
import takt.proto.capacity.v1.AlertStep;
import takt.proto.capacity.v1.AlertStepKind;
import takt.proto.capacity.v1.AssignAlertRequest;

/** Alerts and what is done about them, in our words and the contract's. */
final class AlertMessages {

    private static final Mirror<AlertKind, GapKind> KINDS = Mirror.of(AlertKind.class, GapKind.class);
    private static final Mirror<AlertState, takt.capacity.alert.Alert.State> STATES =
            Mirror.of(AlertState.class, takt.capacity.alert.Alert.State.class);
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_NAME = 200;

    private AlertMessages() {}

    /** Who in the house looks after it is nobody else's. */
    static Alert message(takt.capacity.alert.Alert alert, Audience audience) {
        Gap gap = alert.gap();
        Care care = alert.care();
        Alert.Builder message = Alert.newBuilder()
                .setId(alert.id().toString())
                .setKind(KINDS.contract(gap.kind()))
                .setState(STATES.contract(alert.state()))
                .setSupplier(gap.supplier().value())
                .setSubject(gap.cause().subject())
                .addAllParts(gap.parts())
                .setFirstWeek(gap.weeks().get(0).toString())
                .setWeeks(gap.weeks().size())
                .setGap(AnswerMessages.quantity(gap.gap()))
                .setDemand(AnswerMessages.quantity(gap.demand()))
                .setCritical(gap.cause().critical())
                .setMessage(AlertWords.of(gap))
                .setOpenedAt(alert.openedAt().toString())
                .setProbability(gap.cause().chance())
                .setAcknowledgedAt(care.acknowledgedAt().map(Object::toString).orElse(""))
                .setResolvedAt(alert.resolvedAt().map(Object::toString).orElse(""));
        if (audience.isHouse()) {
            message.setAcknowledgedBy(care.acknowledgedBy())
                    .setNote(care.note())
                    .setOwner(care.owner())
                    .setDue(care.due().map(Object::toString).orElse(""));
        }
        return message.build();
    }

    static Care.Step acknowledged(AcknowledgeAlertRequest request) {
        return new Care.Acknowledged(text("note", request.getNote(), LONGEST_NOTE));
    }

    static Care.Step assigned(AssignAlertRequest request) {
        return new Care.Assigned(text("owner", request.getOwner(), LONGEST_NAME), day(request.getDue()));
    }

    private static String text(String field, String text, int longest) {
        if (text.length() > longest) {
            throw invalid(
                    field, "The %s (%s) must have at most %d characters.".formatted(field, Ids.cut(text), longest));
        }
        return text.strip();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw invalid("due", "The due (%s) must be YYYY-MM-DD.".formatted(Ids.cut(text)));
        }
    }

    private static TaktException invalid(String field, String why) {
        return TaktException.invalid("ALERT_STEP_INVALID", field, why);
    }

    static AlertStep step(Care.Taken taken) {
        AlertStep.Builder message =
                AlertStep.newBuilder().setBy(taken.by()).setAt(taken.at().toString());
        if (taken.step() instanceof Care.Acknowledged acknowledged) {
            return message.setKind(AlertStepKind.ALERT_STEP_KIND_ACKNOWLEDGED)
                    .setNote(acknowledged.note())
                    .build();
        }
        if (taken.step() instanceof Care.Assigned assigned) {
            return message.setKind(AlertStepKind.ALERT_STEP_KIND_ASSIGNED)
                    .setOwner(assigned.owner())
                    .setDue(assigned.due().map(Object::toString).orElse(""))
                    .build();
        }
        return message.setKind(AlertStepKind.ALERT_STEP_KIND_REOPENED).build();
    }
}
