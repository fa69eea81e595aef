package takt.cli.stack.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import takt.cli.term.UserError;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "Print the log of a service.")
public final class LogsCommand implements Callable<Integer> {

    @Mixin
    StackOptions stack = new StackOptions();

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "SERVICE",
            description = "forecast-service, sharing-service, capacity-service, planner-ui, issuer, postgres or drop.")
    String service;

    @Option(
            names = {"-n", "--lines"},
            description = "How many of the last lines (default: ${DEFAULT-VALUE}).")
    int lines = 100;

    @Override
    public Integer call() throws IOException {
        List<String> names = List.of(
                "forecast-service", "sharing-service", "capacity-service", "planner-ui", "issuer", "postgres", "drop");
        if (!names.contains(service)) {
            throw new UserError("There is no service (%s), only %s.".formatted(service, names));
        }
        Path log = stack.layout().log(service);
        if (!Files.exists(log)) {
            throw new UserError("The service (%s) has not logged anything yet (%s).".formatted(service, log));
        }
        List<String> all = Files.readAllLines(log);
        PrintWriter out = spec.commandLine().getOut();
        all.subList(Math.max(0, all.size() - lines), all.size()).forEach(out::println);
        return 0;
    }
}
