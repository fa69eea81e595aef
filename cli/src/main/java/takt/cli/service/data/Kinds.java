package takt.cli.service.data;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import takt.cli.service.Connection;
import takt.cli.service.Places;
import takt.cli.service.data.RowNumber.Service;
import takt.cli.source.Vocabulary;
import takt.cli.stack.StackLayout;
import takt.cli.term.UserError;
import takt.proto.ingest.v1.FactColumn;
import takt.proto.ingest.v1.FactKind;
import takt.proto.ingest.v1.ImportServiceGrpc;
import takt.proto.ingest.v1.ListKindsRequest;
import takt.proto.ingest.v1.ListKindsResponse;

/** The kinds of facts that the services take in, as they list them. */
public final class Kinds {

    /**
     * A kind by the name it has on the command line.
     *
     * @param places the services that take it in, in the order in which they get it
     */
    public record Kind(String name, Map<Service, FactKind> places) {

        /** The name in the contract. */
        public String code() {
            return places.values().iterator().next().getName();
        }
    }

    private static final int SECONDS = 10;
    private static final Set<Status.Code> AWAY = EnumSet.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);
    /** Each of the two services has codes of its own; those of the network have this before their kind's name. */
    private static final String OF_THE_NETWORK = "network_";

    /** Whose a site is, the network must know first. */
    private static final List<Service> ORDER = List.of(Service.S, Service.F);

    private static final String CODES = "cross_references";

    private final Map<String, Kind> all;

    private Kinds(Map<String, Kind> all) {
        this.all = all;
    }

    /**
     * Asks every service that imports; those that the login may not import into are left out. A service that does not
     * answer takes in what it did when it was asked last.
     */
    public static Kinds ask(Connection connection, StackLayout layout) {
        Map<Service, CompletableFuture<List<FactKind>>> asked = new EnumMap<>(Service.class);
        ORDER.forEach(service -> asked.put(
                service,
                CompletableFuture.supplyAsync(() -> list(connection, service, KeptKinds.of(layout, service)))));
        return new Kinds(byName(Places.ask(
                ORDER,
                Places::isForbidden,
                service -> Map.entry(service, answer(Objects.requireNonNull(asked.get(service)))))));
    }

    private static List<FactKind> answer(CompletableFuture<List<FactKind>> asked) {
        try {
            return asked.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static List<FactKind> list(Connection connection, Service service, KeptKinds kept) {
        try {
            ListKindsResponse list = connection
                    .within(SECONDS, ImportServiceGrpc.newBlockingStub(connection.service(service)))
                    .listKinds(ListKindsRequest.getDefaultInstance());
            kept.keep(list);
            return list.getKindsList();
        } catch (StatusRuntimeException e) {
            List<FactKind> before = AWAY.contains(e.getStatus().getCode()) ? kept.read() : List.of();
            if (before.isEmpty()) {
                throw e;
            }
            return before;
        }
    }

    /** What was listed when the services were asked last; empty where they never were. */
    public static Kinds last(StackLayout layout) {
        return new Kinds(byName(ORDER.stream()
                .map(service -> Map.entry(service, KeptKinds.of(layout, service).read()))
                .toList()));
    }

    private static Map<String, Kind> byName(List<Map.Entry<Service, List<FactKind>>> answers) {
        Map<String, Kind> all = new LinkedHashMap<>();
        answers.forEach(answer -> answer.getValue()
                .forEach(kind -> all.computeIfAbsent(
                                name(answer.getKey(), kind), name -> new Kind(name, new LinkedHashMap<>()))
                        .places()
                        .put(answer.getKey(), kind)));
        return all;
    }

    private static String name(Service service, FactKind kind) {
        String name = kind.getName().toLowerCase(Locale.ROOT);
        return service == Service.S && name.equals(CODES) ? OF_THE_NETWORK + name : name;
    }

    /** A kind's name in the contract, without asking anybody. */
    public static String code(String name) {
        return (name.equals(OF_THE_NETWORK + CODES) ? CODES : name).toUpperCase(Locale.ROOT);
    }

    public List<String> names() {
        return List.copyOf(all.keySet());
    }

    public Kind require(String name) {
        return Optional.ofNullable(all.get(name.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new UserError("There is no kind (%s) of facts that you may import.%nMaybe one of %s."
                        .formatted(name, String.join(", ", names()))));
    }

    public void print(PrintWriter out) {
        KindsHelp.print(all.values(), out);
    }

    /** The names that columns of all kinds have. */
    public Vocabulary vocabulary() {
        List<FactColumn> columns = all.values().stream()
                .flatMap(kind -> kind.places().values().stream())
                .flatMap(kind -> kind.getColumnsList().stream())
                .toList();
        return Vocabulary.OFFLINE.and(
                columns.stream().flatMap(c -> c.getNamesList().stream()).toList(),
                columns.stream()
                        .filter(c -> !c.getUnit().isEmpty())
                        .flatMap(c -> c.getNamesList().stream())
                        .toList());
    }
}
