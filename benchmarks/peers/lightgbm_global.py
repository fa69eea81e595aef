"""A global LightGBM beside Takt's regression over all parts: same rows, same features, same number of trees, one thread.

lightgbm_global.py FILE [ORIGIN [SEED]]   FILE is car parts as part,month,demand CSV.gz; learns to the origin (2001-03),
forecasts 12 months.
Prints the wall time by step and the weighted quantile loss over 0.1..0.9.
"""
import sys
import time

import lightgbm as lgb
import numpy as np
import pandas as pd
from scipy import stats

ORIGIN = sys.argv[2] if len(sys.argv) > 2 else "2001-03"
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 42
HORIZON, SEASON, ROWS, TREES = 12, 12, 60_000, 120
LAGS, WINDOWS, DECAYS = 12, (2, 3, 6, 12, 24, 36), (0.7, 0.8, 0.9, 0.95)


def matrix(path):
    """Series by month, NaN where unknown; the second value is the index of the origin."""
    wide = pd.read_csv(path).pivot(index="part", columns="month", values="demand")
    return wide.to_numpy(float), list(wide.columns).index(ORIGIN)


def weighted(y, decay):
    """Exponentially weighted mean of what is known by each month, series by month."""
    total, weights = np.zeros(len(y)), np.zeros(len(y))
    means = np.empty_like(y)
    for t in range(y.shape[1]):
        known = ~np.isnan(y[:, t])
        total = np.where(known, total * decay + np.nan_to_num(y[:, t]), total)
        weights = np.where(known, weights * decay + 1, weights)
        means[:, t] = np.divide(total, weights, out=np.zeros(len(y)), where=weights > 0)
    return means


def tables(y):
    """Everything that depends on the origin alone, for all origins at once: series x month x feature, and the scale."""
    n, months = y.shape
    scale = np.maximum(0.05, weighted(y, 0.95))
    parts = [np.broadcast_to(np.arange(1, months + 1.0), (n, months))]
    parts += [weighted(y, d) / scale for d in DECAYS]
    for lag in range(LAGS):
        shifted = np.full_like(y, np.nan)
        shifted[:, lag:] = y[:, : months - lag]
        parts.append(np.where(np.isnan(shifted), 1, shifted / scale))
    sums = np.cumsum(np.nan_to_num(y), axis=1)
    counts = np.cumsum(~np.isnan(y), axis=1)
    hits = np.cumsum(np.nan_to_num(y) > 0, axis=1)

    def window(total, w):
        before = np.zeros_like(total)
        before[:, w:] = total[:, :-w]
        return total - before

    for w in WINDOWS:
        c = window(counts, w)
        parts.append(np.where(c > 0, window(sums, w) / np.maximum(c, 1) / scale, 1))
    parts.append(window(hits, SEASON) / np.minimum(np.arange(1, months + 1), SEASON))
    last = np.maximum.accumulate(np.where(np.nan_to_num(y) > 0, np.arange(months), -1), axis=1)
    parts.append(np.arange(months) - last)
    return np.stack(parts, axis=2), scale


def rows(features, scale, y, series, origin, step):
    """Adds what depends on the step."""
    same = origin + step - SEASON
    past = np.where(same >= 0, y[series, np.maximum(same, 0)], np.nan) / scale[series, origin]
    return np.column_stack([
        features[series, origin],
        ((origin + step) % 12 * 30.4 + 1) / 366,
        step,
        np.where(np.isnan(past), 1, past),
        scale[series, origin],
    ])


def main():
    y, origin = matrix(sys.argv[1])
    known = y[:, : origin + 1]
    start = time.perf_counter()
    features, scale = tables(known)
    rng = np.random.default_rng(SEED)
    series = np.repeat(np.arange(len(y)), ROWS // len(y))
    at = rng.integers(6, origin - 1, len(series))
    step = 1 + (rng.random(len(series)) * np.minimum(HORIZON, origin - at)).astype(int)
    target = known[series, np.minimum(at + step, origin)]
    keep = ~np.isnan(target)
    series, at, step, target = series[keep], at[keep], step[keep], target[keep]
    train = rows(features, scale, known, series, at, step)
    featured = time.perf_counter()
    model = lgb.train(
        dict(objective="tweedie", tweedie_variance_power=1.4, learning_rate=0.06, max_depth=5, num_leaves=31,
             min_data_in_leaf=20, bagging_fraction=0.8, bagging_freq=1, feature_fraction=0.7, num_threads=1, seed=SEED,
             verbosity=-1),
        lgb.Dataset(train, target / scale[series, at]),
        TREES,
    )
    trained = time.perf_counter()
    every = np.repeat(np.arange(len(y)), HORIZON)
    steps = np.tile(np.arange(1, HORIZON + 1), len(y))
    origins = np.full(len(every), origin)
    mean = np.maximum(1e-6, model.predict(rows(features, scale, known, every, origins, steps), num_threads=1)
                      * scale[every, origin])
    level = weighted(known, 0.9)[:, origin]
    deviation = np.where(np.isnan(known), np.nan, (known - level[:, None]) ** 2)
    variance = weighted(deviation, 0.9)[:, origin]
    pooled = np.maximum(0, variance - level).sum() / (level**2).sum()
    own = np.where(level > 0, np.maximum(0, variance - level) / np.maximum(level, 1e-9) ** 2, pooled)
    weight = (~np.isnan(known)).sum(axis=1)
    weight = weight / (weight + 36)
    dispersion = np.maximum(1e-6, weight * own + (1 - weight) * pooled)[every]
    levels = np.arange(1, 10) / 10
    size = 1 / dispersion
    quantiles = stats.nbinom.ppf(levels[None, :], size[:, None], (size / (size + mean))[:, None])
    done = time.perf_counter()
    actual = y[every, origin + steps]
    miss = actual[:, None] - quantiles
    loss = np.nansum(np.maximum(levels * miss, (levels - 1) * miss))
    print(f"rows {len(train):,}, features {featured - start:.2f} s, train {trained - featured:.2f} s, "
          f"forecast and quantiles {done - trained:.2f} s, in all {done - start:.2f} s, "
          f"WQL {2 * loss / 9 / np.nansum(np.abs(actual)):.4f}")


main()
