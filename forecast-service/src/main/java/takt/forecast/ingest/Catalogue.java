package takt.forecast.ingest;

import java.util.Set;

/** What is known already and a row may name. */
public record Catalogue(Set<String> parts, Set<String> sites, Set<String> lines) {}
