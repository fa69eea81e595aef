"""Series per second of StatsForecast's models on one thread: fit and forecast 12 months with nine quantiles.

    python speed.py FILE    FILE is part,month,demand as CSV.gz; a missing month is zero
"""
import csv
import gzip
import sys
import time

import numpy as np
from statsforecast.models import AutoETS, AutoTheta, CrostonOptimized, CrostonSBA, SimpleExponentialSmoothingOptimized, TSB

LEVELS = [20, 40, 60, 80]


def histories(path, months=39):
    rows = {}
    names = set()
    with gzip.open(path, "rt") as text:
        for row in csv.DictReader(text):
            names.add(row["month"])
            rows.setdefault(row["part"], {})[row["month"]] = float(row["demand"] or 0)
    order = sorted(names)[:months]
    return [np.array([known.get(m, 0.0) for m in order]) for known in rows.values()]


def rate(name, model, series, levels):
    for y in series[:5]:
        model.forecast(y=y, h=12)
    start = time.perf_counter()
    for y in series:
        model.forecast(y=y, h=12, level=levels) if levels else model.forecast(y=y, h=12)
    print(f"{name},{len(series) / (time.perf_counter() - start):.0f}", flush=True)


if __name__ == "__main__":
    every = histories(sys.argv[1])
    print("model,series_per_second")
    rate("AutoETS", AutoETS(season_length=12), every[:200], LEVELS)
    rate("AutoTheta (STM)", AutoTheta(season_length=12, model="STM"), every[:500], LEVELS)
    rate("SES optimised", SimpleExponentialSmoothingOptimized(), every, None)
    rate("Croston optimised", CrostonOptimized(), every, None)
    rate("Croston SBA", CrostonSBA(), every, None)
    rate("TSB", TSB(alpha_d=0.1, alpha_p=0.1), every, None)
