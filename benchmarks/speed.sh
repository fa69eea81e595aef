#!/bin/sh
# Speed beside peers, one after the other on one thread on the same series. Needs Rscript with the package forecast and
# a python with statsforecast; what is missing is left out.
#   benchmarks/speed.sh FILE [PYTHON]    FILE is car parts as part,month,demand CSV.gz
file=${1:?"Usage: benchmarks/speed.sh FILE [PYTHON]"}
python=${2:-python3}
here=$(cd "$(dirname "$0")" && pwd)
echo "== Takt"
"$here/../takt" lab forecast --demand "$file" --origin 2001-03 --missing zero --models local --threads 1 --timing --out /dev/null
echo "== StatsForecast"
"$python" -c 'import statsforecast' 2>/dev/null && OMP_NUM_THREADS=1 NUMBA_NUM_THREADS=1 "$python" "$here/peers/speed.py" "$file"
echo "== R forecast"
command -v Rscript >/dev/null && Rscript "$here/peers/speed.R" "$file"
echo "== The global model: Takt, then LightGBM"
"$here/../takt" lab forecast --demand "$file" --origin 2001-03 --models global-regression --threads 1 --timing --out /dev/null 2>&1 | grep global-regression
"$python" -c 'import lightgbm' 2>/dev/null && for seed in 1 2 3 4; do
  for origin in 2000-03 2001-03; do
    OMP_NUM_THREADS=1 "$python" "$here/peers/lightgbm_global.py" "$file" "$origin" "$seed"
    "$here/../takt" lab backtest --demand "$file" --origin "$origin" --models global-regression --seed "$seed" | grep '^  global-regression'
  done
done
