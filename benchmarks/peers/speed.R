# Series per second of R's forecast package: fit and forecast 12 months with nine quantiles.
#   Rscript speed.R FILE    FILE is part,month,demand as CSV.gz; a missing month is zero
suppressMessages(library(forecast))
d <- read.csv(gzfile(commandArgs(trailingOnly = TRUE)[1]))
parts <- sort(unique(as.character(d$part)))
months <- sort(unique(as.character(d$month)))
M <- matrix(0, length(parts), length(months), dimnames = list(parts, months))
M[cbind(as.character(d$part), as.character(d$month))] <- ifelse(is.na(d$demand), 0, d$demand)
levels <- c(20, 40, 60, 80)
rate <- function(name, n, f) {
  t <- system.time(for (i in seq_len(n)) suppressWarnings(f(ts(M[i, 1:39], frequency = 12))))[["elapsed"]]
  cat(sprintf("%s,%.1f\n", name, n / t))
}
cat("model,series_per_second\n")
rate("ets", 60, function(y) forecast(ets(y), h = 12, level = levels))
rate("thetaf", 500, function(y) thetaf(y, h = 12, level = levels))
rate("ses", 300, function(y) ses(y, h = 12, level = levels))
rate("croston", 500, function(y) croston(y, h = 12))
