package takt.cli.service.data;

import picocli.CommandLine.Command;

@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description =
                "Look after imported data: what was kept out and why, other codes, corrections, and what was known when.",
        subcommands = {
            QuarantineCommand.class,
            XrefCommand.class,
            CorrectionsCommand.class,
            QualityCommand.class,
            AsOfCommand.class
        })
public final class DataCommand {}
