package takt.kit.caller;

import io.grpc.Metadata;
import io.quarkus.grpc.GrpcClientUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The token with which a service calls another one. It is read at each use, so that it can be renewed. */
@ApplicationScoped
public class ServiceToken {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Path file;

    ServiceToken(@ConfigProperty(name = "takt.service-token-file", defaultValue = ".takt/keys/service.jwt") Path file) {
        this.file = file;
    }

    /** The stub with the token of this moment. */
    public <T> T sign(T stub) {
        return GrpcClientUtils.attachHeaders(stub, headers(read()));
    }

    /** Headers that carry a token. */
    public static Metadata headers(String token) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return headers;
    }

    private String read() {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The service token file (%s) cannot be read.\nMaybe `takt up` has not created it.".formatted(file),
                    e);
        }
    }
}
