package takt.journey;

import io.grpc.ServiceDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every service of the contract, found by its generated classes, so that none can be forgotten. */
final class Contract {

    /**
     * A service at one of the processes that offer it.
     *
     * @param at 1 forecast, 2 sharing, 3 capacity
     */
    record Offer(ServiceDescriptor service, int at) {}

    private static final Path CLASSES = Path.of("../proto/target/classes");

    private Contract() {}

    static List<Offer> offers() throws IOException, ReflectiveOperationException {
        List<Offer> offers = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(f -> String.valueOf(f.getFileName()).matches("[A-Za-z]+ServiceGrpc\\.class"))
                    .filter(f -> !String.valueOf(f.getFileName()).startsWith("Mutiny"))
                    .sorted()
                    .toList()) {
                String name =
                        CLASSES.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                ServiceDescriptor service = (ServiceDescriptor)
                        Class.forName(name).getMethod("getServiceDescriptor").invoke(null);
                places(service.getName()).forEach(at -> offers.add(new Offer(service, at)));
            }
        }
        return offers;
    }

    /** What takes rows in has its firewall at each of the two services that do so. */
    private static List<Integer> places(String service) {
        return switch (service.split("\\.")[1]) {
            case "forecast" -> List.of(1);
            case "sharing" -> List.of(2);
            case "capacity" -> List.of(3);
            case "ingest" -> List.of(1, 2);
            default -> throw new IllegalArgumentException(service);
        };
    }
}
