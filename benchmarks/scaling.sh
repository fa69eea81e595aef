#!/bin/sh
# Wall time and heap of the lab from 1,000 to 100,000 series of 156 weeks (slow movers with a fixed seed).
#   benchmarks/scaling.sh [SIZE...]
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for size in ${*:-1000 10000 100000}; do
  awk -v n="$size" 'BEGIN { srand(7); print "part,week,demand"
    for (p = 0; p < n; p++) { level = 0.2 + 6 * rand() * rand()
      for (w = 0; w < 156; w++) {
        y = 1998 + int(w / 52); i = 1 + w % 52
        printf "P%06d,%d-W%02d,%d\n", p, y, i, rand() < 0.4 ? int(level * 2.5 * rand() + 0.5) : 0 } } }' |
    gzip -1 > "$work/weeks.csv.gz"
  start=$(date +%s.%N)
  "$here/../takt" lab forecast --demand "$work/weeks.csv.gz" --horizon 13 --out "$work/out.csv"
  end=$(date +%s.%N)
  echo "$size series: $(echo "$end $start $size" | awk '{ printf "%.1f s, %.0f series/s", $1 - $2, $3 / ($1 - $2) }'), $(wc -l < "$work/out.csv") rows"
done
