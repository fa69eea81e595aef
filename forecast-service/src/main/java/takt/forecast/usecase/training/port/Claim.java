package takt.forecast.usecase.training.port;

import java.util.UUID;

/** The right to work on a run; it ends when the run is cancelled or another worker takes it over. */
public record Claim(UUID run, UUID worker) {}
