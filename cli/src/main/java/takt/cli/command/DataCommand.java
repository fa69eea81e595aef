package takt.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Look after imported data: what was kept out, and why.",
        subcommands = {QuarantineCommand.class})
public final class DataCommand {}
