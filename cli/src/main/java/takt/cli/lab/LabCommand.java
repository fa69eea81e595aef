package takt.cli.lab;

import picocli.CommandLine.Command;

@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description = "Forecast, backtest and explain from files, without any service.",
        subcommands = {ForecastCommand.class, BacktestCommand.class, ExplainCommand.class})
public final class LabCommand {}
