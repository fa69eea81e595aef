package takt.forecast;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import takt.kit.TestStack;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ImportRecordsRequest;
import takt.proto.forecast.v1.ImportRecordsResponse;
import takt.proto.forecast.v1.ImportServiceGrpc;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.ImportRow;
import takt.proto.type.v1.ImportRows;
import takt.proto.type.v1.ImportTrailer;

/** Calls of the running service by people with tokens. */
final class ForecastClient implements AutoCloseable {

    static final String SITE = "BPNS00000000OEM1";
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    final ManagedChannel channel;

    ForecastClient(int port) {
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    static <S extends AbstractStub<S>> S with(String token, S stub) {
        return open(token, stub).withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    /** Without a deadline, for streams that stay open. */
    static <S extends AbstractStub<S>> S open(String token, S stub) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    static String planner() {
        return TestStack.token("planner", "planner", "BPNL00000000OEM0");
    }

    ImportReport send(ImportKind kind, UUID requestId, boolean finish, String header, String... lines) {
        return send(
                kind,
                ImportHeader.newBuilder()
                        .setRequestId(requestId.toString())
                        .setSource("test")
                        .addAllColumns(List.of(header.split(","))),
                finish,
                lines);
    }

    ImportReport send(ImportKind kind, ImportHeader.Builder header, boolean finish, String... lines) {
        CompletableFuture<ImportReport> report = new CompletableFuture<>();
        StreamObserver<ImportRecordsRequest> out = with(planner(), ImportServiceGrpc.newStub(channel))
                .importRecords(new StreamObserver<>() {
                    @Override
                    public void onNext(ImportRecordsResponse value) {
                        report.complete(value.getReport());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        report.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {}
                });
        out.onNext(ImportRecordsRequest.newBuilder()
                .setKind(kind)
                .setHeader(header)
                .build());
        ImportRows.Builder rows = ImportRows.newBuilder();
        for (int i = 0; i < lines.length; i++) {
            rows.addRows(ImportRow.newBuilder().setLine(i + 2).addAllCells(Arrays.asList(lines[i].split(",", -1))));
        }
        out.onNext(ImportRecordsRequest.newBuilder().setRows(rows).build());
        if (finish) {
            out.onNext(ImportRecordsRequest.newBuilder()
                    .setTrailer(ImportTrailer.getDefaultInstance())
                    .build());
        }
        out.onCompleted();
        try {
            return report.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StatusRuntimeException status ? status : new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    ImportReport send(ImportKind kind, String header, String... lines) {
        return send(kind, UUID.randomUUID(), true, header, lines);
    }

    void master(String... parts) {
        send(ImportKind.IMPORT_KIND_SITES, "site,name", SITE + ",Plant");
        send(
                ImportKind.IMPORT_KIND_PARTS,
                "part,description,unit,family,category",
                Arrays.stream(parts).map(p -> p + ",Disc,H87,BRAKE,SR99").toArray(String[]::new));
    }

    static String scientist() {
        return TestStack.token("data-scientist", "data-scientist", "BPNL00000000OEM0");
    }
}
