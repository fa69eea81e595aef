package takt.cli.service;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import takt.cli.service.data.RowNumber;
import takt.cli.stack.StackLayout;

/** Channels to the three services with one caller's token. */
public final class Connection implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final int LARGEST_MESSAGE = 16 << 20;

    /** Calls that have the same effect once and twice: they carry a request id, or set what is set already. */
    private static final List<Map<String, String>> REPEATABLE = Stream.of(
                    "takt.forecast.v1.TrainingService",
                    "takt.forecast.v1.ForecastVersionService",
                    "takt.forecast.v1.PartService",
                    "takt.forecast.v1.ModelService/ListModels",
                    "takt.forecast.v1.ModelService/GetModel",
                    "takt.forecast.v1.ModelService/CompareModels",
                    "takt.forecast.v1.CleansingService/ListCorrections",
                    "takt.ingest.v1.QuarantineService/SummarizeQuarantine",
                    "takt.ingest.v1.QuarantineService/ListQuarantine",
                    "takt.ingest.v1.QuarantineService/GetQuarantinedRow",
                    "takt.ingest.v1.CrossReferenceService/ListCrossReferences",
                    "takt.sharing.v1.PublicationService",
                    "takt.capacity.v1.CapacityGroupService",
                    "takt.capacity.v1.CommitmentService",
                    "takt.capacity.v1.AlertService")
            .map(name -> name.split("/"))
            .map(name -> name.length == 1 ? Map.of("service", name[0]) : Map.of("service", name[0], "method", name[1]))
            .toList();

    /** A service that is started again is back within seconds. */
    private static final Map<String, ?> RETRIES = Map.of(
            "methodConfig",
            List.of(Map.of(
                    "name",
                    REPEATABLE,
                    "retryPolicy",
                    Map.of(
                            "maxAttempts",
                            5.0,
                            "initialBackoff",
                            "1s",
                            "maxBackoff",
                            "8s",
                            "backoffMultiplier",
                            2.0,
                            "retryableStatusCodes",
                            List.of("UNAVAILABLE")))));

    private final ManagedChannel forecast;
    private final ManagedChannel sharing;
    private final ManagedChannel capacity;
    private final String token;

    public Connection(StackLayout layout, String token) {
        this.token = token;
        this.forecast = channel(layout.port("forecast-service"));
        this.sharing = channel(layout.port("sharing-service"));
        this.capacity = channel(layout.port("capacity-service"));
    }

    private static ManagedChannel channel(int port) {
        return NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .keepAliveTime(20, TimeUnit.SECONDS)
                .defaultServiceConfig(RETRIES)
                .build();
    }

    public ManagedChannel forecast() {
        return forecast;
    }

    public ManagedChannel sharing() {
        return sharing;
    }

    /** The one of the two that import. */
    public ManagedChannel service(RowNumber.Service service) {
        return service == RowNumber.Service.F ? forecast : sharing;
    }

    public ManagedChannel capacity() {
        return capacity;
    }

    /** The stub with the token; without a deadline, for streams that stay open. */
    public <S extends AbstractStub<S>> S open(S stub) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    /** The stub with the token and a deadline counted from now. */
    public <S extends AbstractStub<S>> S within(int seconds, S stub) {
        return open(stub).withDeadlineAfter(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        for (ManagedChannel channel : new ManagedChannel[] {forecast, sharing, capacity}) {
            channel.shutdownNow();
        }
    }
}
