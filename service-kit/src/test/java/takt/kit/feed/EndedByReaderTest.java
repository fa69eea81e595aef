package takt.kit.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import takt.proto.forecast.v1.ForecastFeedServiceGrpc;
import takt.proto.forecast.v1.MutinyForecastFeedServiceGrpc;
import takt.proto.forecast.v1.WatchForecastFeedRequest;
import takt.proto.forecast.v1.WatchForecastFeedResponse;
import takt.proto.type.v1.Heartbeat;

class EndedByReaderTest {

    /**
     * A feed that says one thing and then nothing more, for ever. Not a class of its service: Quarkus would take it for
     * one in the tests of those who use this module's.
     */
    private static ServerServiceDefinition feed(CountDownLatch left) {
        return ServerServiceDefinition.builder(ForecastFeedServiceGrpc.getServiceDescriptor())
                .addMethod(
                        ForecastFeedServiceGrpc.getWatchForecastFeedMethod(),
                        ServerCalls.asyncServerStreamingCall((request, responses) -> {
                            ((ServerCallStreamObserver<WatchForecastFeedResponse>) responses)
                                    .setOnCancelHandler(left::countDown);
                            responses.onNext(WatchForecastFeedResponse.newBuilder()
                                    .setHeartbeat(Heartbeat.getDefaultInstance())
                                    .build());
                        }))
                .build();
    }

    @Test
    void whoHasHeardEnoughLeavesNoCallOpenAtTheServer() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        Server server = ServerBuilder.forPort(0).addService(feed(left)).build().start();
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
        try {
            WatchForecastFeedResponse first = EndedByReader.stream(
                            MutinyForecastFeedServiceGrpc.newMutinyStub(channel),
                            stub -> stub.watchForecastFeed(WatchForecastFeedRequest.getDefaultInstance()))
                    .select()
                    .first()
                    .toUni()
                    .await()
                    .atMost(Duration.ofSeconds(10));
            assertThat(first.hasHeartbeat()).isTrue();
            assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }
}
