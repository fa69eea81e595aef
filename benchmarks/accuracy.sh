#!/bin/sh
# Prints the accuracy tables of docs/benchmarks.md. FOLDER holds the public sets as CSV.gz (part,month,demand and the
# driver world's four files); sets that are missing are left out.
#   benchmarks/accuracy.sh FOLDER
folder=${1:?"Usage: benchmarks/accuracy.sh FOLDER"}
takt=$(cd "$(dirname "$0")/.." && pwd)/takt

run() {
  title=$1 file=$2
  shift 2
  [ -f "$folder/$file" ] || return 0
  printf '\n### %s\n\n```\n' "$title"
  start=$(date +%s)
  "$takt" lab backtest "$@" 2>&1
  printf '```\n%s seconds\n' "$(($(date +%s) - start))"
}
car=$folder/carparts_A_full51.csv.gz
run "Car parts, half A, GIFT" carparts_A_full51.csv.gz --demand "$car" --origin 2001-03
run "Car parts, half A, GIFT, local models only" carparts_A_full51.csv.gz --demand "$car" --origin 2001-03 --models local
run "Car parts, half A, Monash, local models only" carparts_A_full51.csv.gz --demand "$car" --origin 2001-03 --models local --protocol monash
run "Automotive spare parts, half A" auto_A_full24.csv.gz --demand "$folder/auto_A_full24.csv.gz" --holdout 6
run "Hospital" hospital_full84.csv.gz --demand "$folder/hospital_full84.csv.gz" --horizon 12
run "M3 monthly, half A" m3_A_full.csv.gz --demand "$folder/m3_A_full.csv.gz" --holdout 18
run "Driver world" driver_demand.csv.gz --demand "$folder/driver_demand.csv.gz" \
  --schedule "$folder/driver_production_schedule.csv.gz" --usage "$folder/driver_bom.csv.gz" \
  --built "$folder/driver_production_actual.csv.gz" --origin 2013-12,2014-12,2015-12
