#!/bin/sh
# Rows of demand a second by `takt import` into the durable embedded PostgreSQL, beside a plain COPY of the same rows
# in the same run; peak heap of the service.
#   benchmarks/ingest.sh [ROWS...]          (multiples of 50; default 1000000)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
base=${PORT_BASE:-9600}
takt() { "$here/../takt" "$@" --state "$work/state" --port-base "$base"; }
trap 'takt down > /dev/null 2>&1; rm -rf "$work"' EXIT
takt up --business-date 2000-04-03 > /dev/null || exit 1
takt login planner > /dev/null || exit 1
awk 'BEGIN { print "partner,name,tier"; print "BPNL00000000OEM0,Maker,0" }' > "$work/partners.csv"
takt import --kind partners "$work/partners.csv" > /dev/null || exit 1
awk 'BEGIN { print "site,partner,name"; print "BPNS00000000OEM1,BPNL00000000OEM0,Plant" }' > "$work/sites.csv"
takt import --kind sites "$work/sites.csv" > /dev/null || exit 1
prefix=0
for rows in ${*:-1000000}; do
  prefix=$((prefix + 1))
  awk -v n=$((rows / 50)) -v k=$prefix 'BEGIN { print "part,description,unit,family,category"
    for (p = 0; p < n; p++) printf "P%d-%07d,Disc,H87,BRAKE,SR99\n", k, p }' > "$work/parts.csv"
  awk -v n=$((rows / 50)) -v k=$prefix 'BEGIN { srand(7); print "part,site,month,demand"
    for (p = 0; p < n; p++) for (m = 0; m < 50; m++)
      printf "P%d-%07d,BPNS00000000OEM1,%d-%02d,%d\n", k, p, 1996 + int(m / 12), 1 + m % 12, rand() * 400 }' > "$work/demand.csv"
  takt import --kind parts "$work/parts.csv" > /dev/null || exit 1
  for run in "import" "the same again"; do
    start=$(date +%s.%N)
    takt import --kind demand "$work/demand.csv" | tail -n 1
    end=$(date +%s.%N)
    echo "$end $start $rows" | awk -v what="$run" '{ printf "%d rows, %s: %.1f s, %.0f rows/s\n", $3, what, $1 - $2, $3 / ($1 - $2) }'
  done
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$here/../cli/target/lib/*" "$here/ingest/PlainCopy.java" \
    $((base + 32)) "$work/state/keys/database-password" "$work/demand.csv"
done
pid=$(pgrep -f "state/run/forecast-service|forecast-service.*$work" | head -n 1)
[ -n "$pid" ] && grep -E 'VmHWM' "/proc/$pid/status"
exit 0
