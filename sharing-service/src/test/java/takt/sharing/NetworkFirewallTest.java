package takt.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import takt.kernel.PartNumber;
import takt.kit.TestStack;
import takt.proto.ingest.v1.AcceptCrossReferenceRequest;
import takt.proto.ingest.v1.CodeKind;
import takt.proto.ingest.v1.CrossReference;
import takt.proto.ingest.v1.CrossReferenceRule;
import takt.proto.ingest.v1.CrossReferenceServiceGrpc;
import takt.proto.ingest.v1.CrossReferenceServiceGrpc.CrossReferenceServiceBlockingStub;
import takt.proto.ingest.v1.RejectCrossReferenceRequest;
import takt.proto.ingest.v1.SetCrossReferenceRuleRequest;
import takt.proto.ingest.v1.SpellingDifference;
import takt.proto.ingest.v1.SuggestCrossReferencesRequest;
import takt.proto.ingest.v1.Suggestion;
import takt.proto.sharing.v1.ImportNetworkRequest;
import takt.proto.sharing.v1.ImportNetworkResponse;
import takt.proto.sharing.v1.NetworkKind;
import takt.proto.sharing.v1.NetworkServiceGrpc;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.ImportRow;
import takt.proto.type.v1.ImportRows;
import takt.proto.type.v1.ImportTrailer;
import takt.sharing.network.BomLink;
import takt.sharing.usecase.port.NetworkSource;

/** Part numbers below the OEM have no master; a misspelt one must not become a part by itself. */
@QuarkusTest
@QuarkusTestResource(value = TestStack.class, restrictToAnnotatedClass = true)
@TestProfile(NetworkFirewallTest.Own.class)
class NetworkFirewallTest {

    /** A database of its own. */
    public static final class Own implements QuarkusTestProfile {}

    private static final String OEM = "BPNL00000000OEM0";
    private static final String FOUNDRY = "BPNL00000000T201";
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    NetworkSource networks;

    private ManagedChannel channel =
            ManagedChannelBuilder.forAddress("127.0.0.1", 1).build();

    @BeforeEach
    void connect() {
        channel.shutdownNow();
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        send(NetworkKind.NETWORK_KIND_PARTNERS, "partner,name,tier", OEM + ",OEM,0", FOUNDRY + ",Foundry,2");
        send(NetworkKind.NETWORK_KIND_SITES, "site,name,partner", "BPNS00000000OEM1,Plant," + OEM);
    }

    @AfterEach
    void close() {
        channel.shutdownNow();
    }

    private static <S extends AbstractStub<S>> S as(String role, S stub) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + TestStack.token(role, role, role.equals("supplier") ? FOUNDRY : OEM));
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    private CrossReferenceServiceBlockingStub references() {
        return as("planner", CrossReferenceServiceGrpc.newBlockingStub(channel));
    }

    private ImportReport send(NetworkKind kind, String header, String... lines) {
        CompletableFuture<ImportReport> report = new CompletableFuture<>();
        StreamObserver<ImportNetworkRequest> out = as("planner", NetworkServiceGrpc.newStub(channel))
                .importNetwork(new StreamObserver<>() {
                    @Override
                    public void onNext(ImportNetworkResponse value) {
                        report.complete(value.getReport());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        report.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {}
                });
        out.onNext(ImportNetworkRequest.newBuilder()
                .setKind(kind)
                .setHeader(ImportHeader.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setSource("test")
                        .addAllColumns(List.of(header.split(","))))
                .build());
        ImportRows.Builder rows = ImportRows.newBuilder();
        for (int i = 0; i < lines.length; i++) {
            rows.addRows(ImportRow.newBuilder().setLine(i + 2).addAllCells(Arrays.asList(lines[i].split(",", -1))));
        }
        out.onNext(ImportNetworkRequest.newBuilder().setRows(rows).build());
        out.onNext(ImportNetworkRequest.newBuilder()
                .setTrailer(ImportTrailer.getDefaultInstance())
                .build());
        out.onCompleted();
        return report.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private ImportReport links(String... lines) {
        return send(NetworkKind.NETWORK_KIND_BOM_LINKS, "parent,child,quantity,unit", lines);
    }

    private List<String> childrenOf(String parent) {
        return networks.bom().await().atMost(Duration.ofSeconds(10)).stream()
                .filter(link -> link.parent().value().equals(parent))
                .map(BomLink::child)
                .map(PartNumber::value)
                .sorted()
                .toList();
    }

    private Suggestion suggestion(String code) {
        return references()
                .suggestCrossReferences(SuggestCrossReferencesRequest.getDefaultInstance())
                .getSuggestionsList()
                .stream()
                .filter(s -> s.getReference().getCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPartOfTheOemThatIsSpeltOtherwiseWaitsUntilAPlannerSaysWhatItMeans() {
        ImportReport report = links("6Q0-698-151 A,CASTING-1,1,H87", "6Q0698151A,CASTING-2,1,H87");
        assertThat(report.getAccepted()).isEqualTo(1);
        assertThat(report.getRejections(0).getReason()).isEqualTo("PART_UNKNOWN");
        assertThat(report.getRejections(0).getHelp()).contains("`6Q0698151A`");
        Suggestion suggestion = suggestion("6Q0-698-151 A");
        assertThat(suggestion.getReference().getMeans()).isEqualTo("6Q0698151A");
        assertThat(suggestion.getLikeness()).isEqualTo(0.97);
        assertThat(references()
                        .acceptCrossReference(AcceptCrossReferenceRequest.newBuilder()
                                .setReference(suggestion.getReference())
                                .build())
                        .getLanded())
                .isEqualTo(1);
        assertThat(childrenOf("6Q0698151A")).containsExactly("CASTING-1", "CASTING-2");
        assertThat(childrenOf("6Q0-698-151 A")).isEmpty();
    }

    @Test
    void aChildThatIsSpeltOtherwiseInTheSameFileIsNoNewPart() {
        ImportReport report =
                links("8K0615301,IRON-GG25,2.5,KGM", "8K0615301,IRON GG25,2.5,KGM", "8K0615301,IRON-GG30,1,KGM");
        assertThat(report.getRejectionsList())
                .singleElement()
                .satisfies(r -> assertThat(r.getLine()).isEqualTo(3));
        assertThat(childrenOf("8K0615301")).containsExactly("IRON-GG25", "IRON-GG30");
    }

    @Test
    void aPartThatOnlyLooksLikeAnotherIsOneOfItsOwnOnceAPlannerSaysSo() {
        links("AXLE,PIN-10,4,H87", "AXLE,PIN-1O,4,H87");
        assertThat(childrenOf("AXLE")).containsExactly("PIN-10");
        assertThat(references()
                        .rejectCrossReference(RejectCrossReferenceRequest.newBuilder()
                                .setReference(suggestion("PIN-1O").getReference())
                                .build())
                        .getLanded())
                .isEqualTo(1);
        assertThat(childrenOf("AXLE")).containsExactly("PIN-10", "PIN-1O");
        assertThat(links("AXLE,PIN-1O,5,H87").getAccepted()).as("from now on").isEqualTo(1);
    }

    @Test
    void aSavedRuleDecidesAboutTheNetworkToo() {
        links("DOOR,HINGE-7,2,H87");
        CrossReferenceRule rule = CrossReferenceRule.newBuilder()
                .setKind(CodeKind.CODE_KIND_PART)
                .setDifference(SpellingDifference.SPELLING_DIFFERENCE_MARKS)
                .build();
        references()
                .setCrossReferenceRule(SetCrossReferenceRuleRequest.newBuilder()
                        .setRule(rule)
                        .setHolds(true)
                        .build());
        try {
            assertThat(links("GATE,HINGE 7,2,H87").getLandedByRules()).isEqualTo(1);
            assertThat(childrenOf("GATE")).containsExactly("HINGE-7");
        } finally {
            references()
                    .setCrossReferenceRule(SetCrossReferenceRuleRequest.newBuilder()
                            .setRule(rule)
                            .build());
        }
    }

    @Test
    void aPartnerIsKnownByTheNumberItsCustomerGaveIt() {
        String columns = "part,customer,customer_site,supplier,share,lead_time_weeks,pack_size,firm_weeks,"
                + "production_weeks,material_weeks,answer_days";
        String relation = "8K0615301," + OEM + ",BPNS00000000OEM1,70012,1,2,,1,2,3,5";
        assertThat(send(NetworkKind.NETWORK_KIND_SUPPLY_RELATIONS, columns, relation)
                        .getRejections(0)
                        .getReason())
                .isEqualTo("PARTNER_UNKNOWN");
        assertThat(send(NetworkKind.NETWORK_KIND_CROSS_REFERENCES, "what,code,means", "partner,70012," + FOUNDRY)
                        .getAccepted())
                .isEqualTo(1);
        assertThat(send(NetworkKind.NETWORK_KIND_SUPPLY_RELATIONS, columns, relation)
                        .getAccepted())
                .isEqualTo(1);
    }

    @Test
    void aSupplierMayNotDecide() {
        CrossReferenceServiceBlockingStub supplier = as("supplier", CrossReferenceServiceGrpc.newBlockingStub(channel));
        AcceptCrossReferenceRequest request = AcceptCrossReferenceRequest.newBuilder()
                .setReference(CrossReference.newBuilder()
                        .setKind(CodeKind.CODE_KIND_PART)
                        .setCode("X")
                        .setMeans("8K0615301"))
                .build();
        assertThat(catchThrowableOfType(StatusRuntimeException.class, () -> supplier.acceptCrossReference(request))
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.PERMISSION_DENIED);
    }

    @Test
    void aRowThatIsNotTakenLeavesNoTraceAndThoseThatWaitCannotCloseACircle() {
        ImportReport report = links("FRAME,RIVET-7,1,UNHEARD", "FRAME,RIVET 7,1,H87");
        assertThat(report.getAccepted()).as("RIVET-7 was never taken").isEqualTo(1);
        links("TANK-1,VALVE-1,1,H87");
        links("TANK 1,PIPE-1,1,H87"); // waits
        send(NetworkKind.NETWORK_KIND_BOM_LINKS, "parent,child,unit,quantity", "PIPE-1,TANK 1,H87,1"); // waits, too
        references()
                .acceptCrossReference(AcceptCrossReferenceRequest.newBuilder()
                        .setReference(suggestion("TANK 1").getReference())
                        .build());
        assertThat(childrenOf("TANK-1").contains("PIPE-1"))
                .isNotEqualTo(childrenOf("PIPE-1").contains("TANK-1"));
        assertThat(networks.network().await().atMost(Duration.ofSeconds(10)).partners())
                .isNotEmpty();
    }
}
