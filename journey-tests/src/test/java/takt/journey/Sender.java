package takt.journey;

import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ImportRecordsRequest;
import takt.proto.forecast.v1.ImportRecordsResponse;
import takt.proto.forecast.v1.ImportServiceGrpc;
import takt.proto.sharing.v1.ImportNetworkRequest;
import takt.proto.sharing.v1.ImportNetworkResponse;
import takt.proto.sharing.v1.NetworkKind;
import takt.proto.sharing.v1.NetworkServiceGrpc;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.ImportRow;
import takt.proto.type.v1.ImportRows;
import takt.proto.type.v1.ImportTrailer;

/** Sends rows as the planner. */
final class Sender {

    private static final int ROWS_A_MESSAGE = 500;

    private final LocalStack stack;

    Sender(LocalStack stack) {
        this.stack = stack;
    }

    /** @param between runs before each message of rows, with its number from 0 */
    ImportReport send(ImportKind kind, List<String> lines, java.util.function.IntConsumer between) throws Exception {
        Function<StreamObserver<ImportRecordsResponse>, StreamObserver<ImportRecordsRequest>> call =
                stack.as("planner", ImportServiceGrpc.newStub(stack.channel(1)))::importRecords;
        return stream(call, ImportRecordsResponse::getReport, lines, between, part -> {
            ImportRecordsRequest.Builder request =
                    ImportRecordsRequest.newBuilder().setKind(kind);
            return part instanceof ImportHeader h
                    ? request.setHeader(h).build()
                    : part instanceof ImportRows r
                            ? request.setRows(r).build()
                            : request.setTrailer((ImportTrailer) part).build();
        });
    }

    ImportReport send(ImportKind kind, String... lines) throws Exception {
        return send(kind, List.of(lines), message -> {});
    }

    ImportReport send(NetworkKind kind, String... lines) throws Exception {
        Function<StreamObserver<ImportNetworkResponse>, StreamObserver<ImportNetworkRequest>> call =
                stack.as("planner", NetworkServiceGrpc.newStub(stack.channel(2)))::importNetwork;
        return stream(call, ImportNetworkResponse::getReport, List.of(lines), message -> {}, part -> {
            ImportNetworkRequest.Builder request =
                    ImportNetworkRequest.newBuilder().setKind(kind);
            return part instanceof ImportHeader h
                    ? request.setHeader(h).build()
                    : part instanceof ImportRows r
                            ? request.setRows(r).build()
                            : request.setTrailer((ImportTrailer) part).build();
        });
    }

    private static <Q, R> ImportReport stream(
            Function<StreamObserver<R>, StreamObserver<Q>> call,
            Function<R, ImportReport> report,
            List<String> lines,
            java.util.function.IntConsumer between,
            Function<Object, Q> wrap)
            throws Exception {
        CompletableFuture<ImportReport> answer = new CompletableFuture<>();
        StreamObserver<Q> out = call.apply(new StreamObserver<>() {
            @Override
            public void onNext(R value) {
                answer.complete(report.apply(value));
            }

            @Override
            public void onError(Throwable failure) {
                answer.completeExceptionally(failure);
            }

            @Override
            public void onCompleted() {}
        });
        out.onNext(wrap.apply(ImportHeader.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setSource("journey")
                .addAllColumns(Arrays.asList(lines.get(0).split(",")))
                .build()));
        List<String> rows = lines.subList(1, lines.size());
        for (int from = 0; from < rows.size() && !answer.isDone(); from += ROWS_A_MESSAGE) {
            between.accept(from / ROWS_A_MESSAGE);
            List<ImportRow> batch = new ArrayList<>();
            for (int i = from; i < Math.min(from + ROWS_A_MESSAGE, rows.size()); i++) {
                batch.add(ImportRow.newBuilder()
                        .setLine(i + 2)
                        .addAllCells(Arrays.asList(rows.get(i).split(",", -1)))
                        .build());
            }
            out.onNext(wrap.apply(ImportRows.newBuilder().addAllRows(batch).build()));
        }
        if (!answer.isDone()) {
            out.onNext(wrap.apply(ImportTrailer.getDefaultInstance()));
            out.onCompleted();
        }
        return answer.get(60, TimeUnit.SECONDS);
    }
}
