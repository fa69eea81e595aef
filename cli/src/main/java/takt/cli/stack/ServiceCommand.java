package takt.cli.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import takt.cli.stack.StackLayout.ServiceSpec;
import takt.cli.term.UserError;

/** How a service is started. */
final class ServiceCommand {

    private ServiceCommand() {}

    static List<String> of(StackLayout layout, ServiceSpec service) {
        Path jar = layout.jar(service);
        if (!Files.exists(jar)) {
            throw new UserError("The service %s is not built (%s is missing).%nMaybe run `./mvnw package -DskipTests`."
                    .formatted(service.name(), jar));
        }
        List<String> command = new ArrayList<>();
        if (Files.exists(Path.of("/usr/bin/nohup"))) {
            command.add("nohup"); // a closed terminal must not end the stack
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString()));
        return command;
    }
}
