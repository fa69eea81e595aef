package takt.ui;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import takt.proto.capacity.v1.AlertServiceGrpc;
import takt.proto.capacity.v1.ListAlertsRequest;
import takt.proto.capacity.v1.ListAlertsResponse;
import takt.proto.capacity.v1.WatchAlertsRequest;
import takt.proto.capacity.v1.WatchAlertsResponse;
import takt.proto.forecast.v1.ForecastFeedServiceGrpc;
import takt.proto.forecast.v1.GetPartHistoryRequest;
import takt.proto.forecast.v1.GetPartHistoryResponse;
import takt.proto.forecast.v1.ListPartGroupsRequest;
import takt.proto.forecast.v1.ListPartGroupsResponse;
import takt.proto.forecast.v1.ListPartSummariesRequest;
import takt.proto.forecast.v1.ListPartSummariesResponse;
import takt.proto.forecast.v1.ListPartsRequest;
import takt.proto.forecast.v1.ListPartsResponse;
import takt.proto.forecast.v1.Part;
import takt.proto.forecast.v1.PartServiceGrpc;
import takt.proto.forecast.v1.PartSummary;
import takt.proto.forecast.v1.WatchForecastFeedRequest;
import takt.proto.forecast.v1.WatchForecastFeedResponse;
import takt.proto.sharing.v1.ListPartnersRequest;
import takt.proto.sharing.v1.ListPartnersResponse;
import takt.proto.sharing.v1.NetworkServiceGrpc;
import takt.proto.sharing.v1.PublicationLine;
import takt.proto.sharing.v1.PublicationServiceGrpc;
import takt.proto.sharing.v1.StreamPublicationLinesRequest;
import takt.proto.sharing.v1.StreamPublicationLinesResponse;
import takt.proto.sharing.v1.WatchPublicationsRequest;
import takt.proto.sharing.v1.WatchPublicationsResponse;
import takt.proto.type.v1.FeedEvent;
import takt.proto.type.v1.Heartbeat;

/** The three services as far as the page's server is concerned: what is asked is answered from memory. */
final class Services {

    /** A feed that a test writes. */
    static final class FakeFeed<R> {
        private record Watcher<R>(StreamObserver<R> page) {}

        private final List<FeedEvent> events = new ArrayList<>();
        private final List<Watcher<R>> watchers = new CopyOnWriteArrayList<>();
        private final BiFunction<FeedEvent, Heartbeat, R> message;

        FakeFeed(BiFunction<FeedEvent, Heartbeat, R> message) {
            this.message = message;
        }

        synchronized void watch(long after, boolean isNew, StreamObserver<R> page) {
            long from = isNew ? events.size() : after;
            page.onNext(
                    message.apply(null, Heartbeat.newBuilder().setSequence(from).build()));
            events.stream().filter(e -> e.getSequence() > from).forEach(e -> page.onNext(message.apply(e, null)));
            Watcher<R> watcher = new Watcher<>(page);
            ((ServerCallStreamObserver<R>) page).setOnCancelHandler(() -> watchers.remove(watcher));
            watchers.add(watcher);
        }

        synchronized void add(String kind) {
            FeedEvent event = FeedEvent.newBuilder()
                    .setSequence(events.size() + 1)
                    .setKind(kind)
                    .setSubject("s")
                    .setRecordedAt("2001-04-02T00:00:00Z")
                    .build();
            events.add(event);
            watchers.forEach(w -> w.page().onNext(message.apply(event, null)));
        }

        int watchers() {
            return watchers.size();
        }

        void breakOff() {
            List<Watcher<R>> all = List.copyOf(watchers);
            watchers.clear();
            all.forEach(w -> w.page().onError(Status.UNAVAILABLE.asRuntimeException()));
        }
    }

    final FakeFeed<WatchForecastFeedResponse> forecast = new FakeFeed<>((e, h) -> e == null
            ? WatchForecastFeedResponse.newBuilder().setHeartbeat(h).build()
            : WatchForecastFeedResponse.newBuilder().setEvent(e).build());
    final FakeFeed<WatchPublicationsResponse> sharing = new FakeFeed<>((e, h) -> e == null
            ? WatchPublicationsResponse.newBuilder().setHeartbeat(h).build()
            : WatchPublicationsResponse.newBuilder().setEvent(e).build());
    final FakeFeed<WatchAlertsResponse> capacity = new FakeFeed<>((e, h) -> e == null
            ? WatchAlertsResponse.newBuilder().setHeartbeat(h).build()
            : WatchAlertsResponse.newBuilder().setEvent(e).build());
    /** Each call's name and its token. */
    final Set<String> asked = ConcurrentHashMap.newKeySet();

    private final Server server = ServerInterceptorsOf.all(this).build();

    int start() throws IOException {
        return server.start().getPort();
    }

    void stop() {
        server.shutdownNow();
    }

    /** Names of the services are unique over all services here, so one server plays all three. */
    private static final class ServerInterceptorsOf {
        static NettyServerBuilder all(Services services) {
            NettyServerBuilder builder = NettyServerBuilder.forPort(0);
            ServerInterceptor listening = new ServerInterceptor() {
                @Override
                public <Q, R> ServerCall.Listener<Q> interceptCall(
                        ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
                    services.asked.add(call.getMethodDescriptor().getBareMethodName() + " "
                            + headers.get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER)));
                    return next.startCall(call, headers);
                }
            };
            List.of(
                            services.parts(),
                            services.forecastFeed(),
                            services.publications(),
                            services.network(),
                            services.alerts())
                    .forEach(service -> builder.addService(ServerInterceptors.intercept(service, listening)));
            return builder;
        }
    }

    private PartServiceGrpc.PartServiceImplBase parts() {
        return new PartServiceGrpc.PartServiceImplBase() {
            @Override
            public void listPartSummaries(
                    ListPartSummariesRequest request, StreamObserver<ListPartSummariesResponse> answer) {
                answer.onNext(ListPartSummariesResponse.newBuilder()
                        .addSummaries(PartSummary.newBuilder()
                                .setPart(Part.newBuilder().setPart("DISC").setDescription("<img src=x>")))
                        .setTotal(1)
                        .build());
                answer.onCompleted();
            }

            @Override
            public void listPartGroups(ListPartGroupsRequest request, StreamObserver<ListPartGroupsResponse> answer) {
                answer.onNext(ListPartGroupsResponse.getDefaultInstance());
                answer.onCompleted();
            }

            @Override
            public void listParts(ListPartsRequest request, StreamObserver<ListPartsResponse> answer) {
                answer.onNext(ListPartsResponse.newBuilder()
                        .addParts(Part.newBuilder().setPart("DISC").setDescription("<img src=x>"))
                        .setTotal(request.getQuery().isEmpty() ? 2 : 1)
                        .build());
                answer.onCompleted();
            }

            @Override
            public void getPartHistory(GetPartHistoryRequest request, StreamObserver<GetPartHistoryResponse> answer) {
                answer.onError(StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                        .setCode(Status.Code.NOT_FOUND.value())
                        .setMessage("There is no part (%s).".formatted(request.getPart()))
                        .addDetails(com.google.protobuf.Any.pack(com.google.rpc.ErrorInfo.newBuilder()
                                .setReason("PART_UNKNOWN")
                                .build()))
                        .build()));
            }
        };
    }

    private ForecastFeedServiceGrpc.ForecastFeedServiceImplBase forecastFeed() {
        return new ForecastFeedServiceGrpc.ForecastFeedServiceImplBase() {
            @Override
            public void watchForecastFeed(
                    WatchForecastFeedRequest request, StreamObserver<WatchForecastFeedResponse> answer) {
                forecast.watch(request.getAfterSequence(), request.getOnlyNew(), answer);
            }
        };
    }

    private PublicationServiceGrpc.PublicationServiceImplBase publications() {
        return new PublicationServiceGrpc.PublicationServiceImplBase() {
            @Override
            public void watchPublications(
                    WatchPublicationsRequest request, StreamObserver<WatchPublicationsResponse> answer) {
                sharing.watch(request.getAfterSequence(), request.getOnlyNew(), answer);
            }

            @Override
            public void streamPublicationLines(
                    StreamPublicationLinesRequest request, StreamObserver<StreamPublicationLinesResponse> answer) {
                for (int i = 0; i < 3; i++) {
                    answer.onNext(StreamPublicationLinesResponse.newBuilder()
                            .setLine(
                                    PublicationLine.newBuilder().setPart("DISC").setLeadTimeWeeks(i))
                            .build());
                }
                if (request.getPart().equals("CUT")) {
                    answer.onError(Status.UNAVAILABLE.asRuntimeException());
                } else {
                    answer.onCompleted();
                }
            }
        };
    }

    private static NetworkServiceGrpc.NetworkServiceImplBase network() {
        return new NetworkServiceGrpc.NetworkServiceImplBase() {
            @Override
            public void listPartners(ListPartnersRequest request, StreamObserver<ListPartnersResponse> answer) {
                answer.onNext(ListPartnersResponse.getDefaultInstance());
                answer.onCompleted();
            }
        };
    }

    private AlertServiceGrpc.AlertServiceImplBase alerts() {
        return new AlertServiceGrpc.AlertServiceImplBase() {
            @Override
            public void watchAlerts(WatchAlertsRequest request, StreamObserver<WatchAlertsResponse> answer) {
                capacity.watch(request.getAfterSequence(), request.getOnlyNew(), answer);
            }

            @Override
            public void listAlerts(ListAlertsRequest request, StreamObserver<ListAlertsResponse> answer) {
                answer.onNext(ListAlertsResponse.getDefaultInstance());
                answer.onCompleted();
            }
        };
    }
}
