package takt.cli.service.data;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import takt.cli.service.Connection;
import takt.cli.service.Places;
import takt.cli.service.data.RowNumber.Service;
import takt.proto.ingest.v1.DismissQuarantinedRowsRequest;
import takt.proto.ingest.v1.FixQuarantinedRowRequest;
import takt.proto.ingest.v1.GetQuarantinedRowRequest;
import takt.proto.ingest.v1.ListQuarantineRequest;
import takt.proto.ingest.v1.ListQuarantineResponse;
import takt.proto.ingest.v1.QuarantineCount;
import takt.proto.ingest.v1.QuarantineServiceGrpc;
import takt.proto.ingest.v1.QuarantineServiceGrpc.QuarantineServiceBlockingStub;
import takt.proto.ingest.v1.QuarantinedRow;
import takt.proto.ingest.v1.ReplayQuarantineRequest;
import takt.proto.ingest.v1.ReplayQuarantineResponse;
import takt.proto.ingest.v1.RowFilter;
import takt.proto.ingest.v1.RowState;
import takt.proto.ingest.v1.SummarizeQuarantineRequest;

/** The quarantines of all services that import, seen as one. */
public final class QuarantineClient {

    /** Rows of a kind in a service. */
    public record Place(Service service, String kind) {}

    /** A count and where it stands. */
    public record Counted(Service service, QuarantineCount count) {}

    private static final int REPLAY_SECONDS = 1800;
    private static final int SECONDS = 60;
    private static final int PAGE = 200;

    private final Connection connection;

    public QuarantineClient(Connection connection) {
        this.connection = connection;
    }

    private QuarantineServiceBlockingStub stub(Service service, int seconds) {
        return connection.within(seconds, QuarantineServiceGrpc.newBlockingStub(connection.service(service)));
    }

    public List<Counted> counts() {
        return ask(service -> stub(service, SECONDS)
                        .summarizeQuarantine(SummarizeQuarantineRequest.getDefaultInstance())
                        .getCountsList()
                        .stream()
                        .map(count -> new Counted(service, count)))
                .stream()
                .flatMap(counts -> counts)
                .toList();
    }

    /** Some logins may import into one of the services only. */
    private static <T> List<T> ask(Function<Service, T> question) {
        return Places.ask(List.of(Service.values()), Places::isForbidden, question);
    }

    /** Page after page. */
    public void rows(RowFilter filter, RowState state, BiConsumer<RowNumber, QuarantinedRow> each) {
        ask(service -> rows(service, filter, state, each));
    }

    private long rows(Service service, RowFilter filter, RowState state, BiConsumer<RowNumber, QuarantinedRow> each) {
        long rows = 0;
        String token = "";
        do {
            ListQuarantineResponse page = stub(service, SECONDS)
                    .listQuarantine(ListQuarantineRequest.newBuilder()
                            .setFilter(filter)
                            .setState(state)
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            page.getRowsList().forEach(row -> each.accept(new RowNumber(service, row.getId()), row));
            rows += page.getRowsCount();
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return rows;
    }

    public QuarantinedRow row(RowNumber number) {
        return stub(number.service(), SECONDS)
                .getQuarantinedRow(GetQuarantinedRowRequest.newBuilder()
                        .setId(number.number())
                        .build())
                .getRow();
    }

    public QuarantinedRow fix(RowNumber number, List<String> cells) {
        return stub(number.service(), SECONDS)
                .fixQuarantinedRow(FixQuarantinedRowRequest.newBuilder()
                        .setId(number.number())
                        .addAllCells(cells)
                        .build())
                .getRow();
    }

    public ReplayQuarantineResponse replay(Place place, RowFilter filter) {
        return stub(place.service(), REPLAY_SECONDS)
                .replayQuarantine(
                        ReplayQuarantineRequest.newBuilder().setFilter(filter).build());
    }

    public long dismiss(List<RowNumber> numbers, String note) {
        long dismissed = 0;
        for (Service service : Service.values()) {
            List<Long> own = numbers.stream()
                    .filter(n -> n.service() == service)
                    .map(RowNumber::number)
                    .toList();
            if (!own.isEmpty()) {
                dismissed += stub(service, SECONDS)
                        .dismissQuarantinedRows(DismissQuarantinedRowsRequest.newBuilder()
                                .addAllIds(own)
                                .setNote(note)
                                .build())
                        .getDismissed();
            }
        }
        return dismissed;
    }
}
