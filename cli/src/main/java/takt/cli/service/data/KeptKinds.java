package takt.cli.service.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import takt.cli.service.data.RowNumber.Service;
import takt.cli.stack.StackLayout;
import takt.proto.ingest.v1.FactKind;
import takt.proto.ingest.v1.ListKindsResponse;

/** What a service took in when it was asked last, in a file of the stack. */
record KeptKinds(Path file) {

    static KeptKinds of(StackLayout layout, Service service) {
        return new KeptKinds(layout.kinds(service.label()));
    }

    /** Whole or not at all: another command may read it, and this one may be killed. Without it nothing is lost. */
    void keep(ListKindsResponse list) {
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), "kinds", ".tmp");
            Files.write(whole, list.toByteArray());
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // the services are asked again next time
        }
    }

    /** None where there are none, or none that can be read. */
    List<FactKind> read() {
        try {
            return Files.exists(file)
                    ? ListKindsResponse.parseFrom(Files.readAllBytes(file)).getKindsList()
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
