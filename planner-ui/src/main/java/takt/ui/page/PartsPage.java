package takt.ui.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import takt.proto.capacity.v1.AlertServiceGrpc;
import takt.proto.capacity.v1.ListAlertsRequest;
import takt.proto.forecast.v1.ListPartGroupsRequest;
import takt.proto.forecast.v1.ListPartSummariesRequest;
import takt.proto.forecast.v1.PartGrouping;
import takt.proto.forecast.v1.PartOrder;
import takt.proto.forecast.v1.PartServiceGrpc;
import takt.ui.bridge.Answer;
import takt.ui.bridge.Asker;
import takt.ui.bridge.Service;

@Singleton
class PartsPage implements Page {

    @Override
    public String name() {
        return "parts";
    }

    @Override
    public Uni<List<Answer>> compose(Asker asker, MultivaluedMap<String, String> address) {
        var summaries = ListPartSummariesRequest.newBuilder()
                .setQuery(Page.of(address, "search"))
                .setFamily(Page.of(address, "family"))
                .setSite(Page.of(address, "site"))
                .setOrder(order(Page.of(address, "order")))
                .setIsDescending(Page.of(address, "down").equals("1"))
                .setPageSize(100);
        var sites = ListPartGroupsRequest.newBuilder().setGrouping(PartGrouping.PART_GROUPING_SITE);
        var groups = PartServiceGrpc.getListPartGroupsMethod();
        return Page.all(List.of(
                asker.ask(Service.FORECAST, PartServiceGrpc.getListPartSummariesMethod(), summaries.build()),
                asker.ask(Service.FORECAST, groups, ListPartGroupsRequest.getDefaultInstance()),
                asker.ask(Service.FORECAST, groups, sites.build()),
                asker.ask(
                        Service.CAPACITY,
                        AlertServiceGrpc.getListAlertsMethod(),
                        ListAlertsRequest.newBuilder().setPageSize(200).build())));
    }

    /** As the address names it; anything else is no order. */
    private static PartOrder order(String name) {
        return Stream.of(PartOrder.values())
                .filter(order -> order.name().equals("PART_ORDER_" + name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(PartOrder.PART_ORDER_UNSPECIFIED);
    }
}
