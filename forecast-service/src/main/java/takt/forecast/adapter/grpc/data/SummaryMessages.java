package takt.forecast.adapter.grpc.data;

import com.google.common.primitives.Floats;
import java.util.List;
import takt.forecast.master.PartMaster;
import takt.forecast.usecase.version.SummarizeParts.Summaries;
import takt.forecast.usecase.version.port.PartSummaries.Grouping;
import takt.forecast.usecase.version.port.PartSummaries.Order;
import takt.forecast.usecase.version.port.PartSummaries.Place;
import takt.forecast.usecase.version.port.PartSummaries.Wanted;
import takt.forecast.version.PartSummary;
import takt.kit.Mirror;
import takt.kit.error.TaktException;
import takt.kit.page.Page;
import takt.proto.forecast.v1.ListPartSummariesRequest;
import takt.proto.forecast.v1.ListPartSummariesResponse;
import takt.proto.forecast.v1.PartGrouping;
import takt.proto.forecast.v1.PartOrder;

/** Summaries of parts, in our words and the contract's. */
final class SummaryMessages {

    private SummaryMessages() {}

    static Wanted wanted(ListPartSummariesRequest request) {
        return new Wanted(request.getQuery(), request.getFamily(), request.getSite());
    }

    static Place place(ListPartSummariesRequest request) {
        if (request.getSkip() < 0) {
            throw TaktException.invalid(
                    "SKIP_NEGATIVE", "skip", "The skip (%d) must be 0 or more.".formatted(request.getSkip()));
        }
        return new Place(
                order(request.getOrder()),
                request.getIsDescending(),
                request.getSkip(),
                Page.size(request.getPageSize(), 50, 200));
    }

    private static Order order(PartOrder order) {
        return switch (order) {
            case PART_ORDER_DESCRIPTION -> Order.DESCRIPTION;
            case PART_ORDER_FAMILY -> Order.FAMILY;
            case PART_ORDER_SITE -> Order.SITE;
            case PART_ORDER_MODEL -> Order.MODEL;
            case PART_ORDER_NEXT_4 -> Order.NEXT_4;
            case PART_ORDER_NEXT_13 -> Order.NEXT_13;
            case PART_ORDER_NEXT_52 -> Order.NEXT_52;
            case PART_ORDER_CHANGE -> Order.CHANGE;
            case PART_ORDER_UNSPECIFIED, UNRECOGNIZED -> Order.PART;
        };
    }

    static Grouping grouping(PartGrouping grouping) {
        return grouping == PartGrouping.PART_GROUPING_SITE ? Grouping.SITE : Grouping.FAMILY;
    }

    static ListPartSummariesResponse response(Summaries summaries) {
        ListPartSummariesResponse.Builder response = ListPartSummariesResponse.newBuilder()
                .setTotal(summaries.found().total())
                .setAgainstNumber(
                        summaries.against().map(v -> v.facts().number()).orElse(0));
        summaries
                .version()
                .ifPresent(version -> response.setVersionId(version.facts().id().toString())
                        .setVersionNumber(version.facts().number()));
        summaries.found().some().forEach(summary -> response.addSummaries(summary(summary)));
        return response.build();
    }

    private static takt.proto.forecast.v1.PartSummary summary(PartSummary summary) {
        takt.proto.forecast.v1.PartSummary.Builder message = takt.proto.forecast.v1.PartSummary.newBuilder()
                .setPart(PartMessages.part(PartMaster.of(summary.part(), List.of())));
        summary.expected().ifPresent(expected -> {
            message.setSite(expected.site())
                    .setCalendar(Mirror.CALENDAR.contract(expected.calendar()))
                    .setFirstBucket(expected.firstBucket().toString())
                    .setModel(expected.model())
                    .addAllKnown(Floats.asList(expected.known()))
                    .addAllAhead(Floats.asList(expected.ahead()));
            expected.next4().ifPresent(message::setNext4);
            expected.next13().ifPresent(message::setNext13);
            expected.next52().ifPresent(message::setNext52);
            expected.change13().ifPresent(message::setChange13);
        });
        return message.build();
    }
}
