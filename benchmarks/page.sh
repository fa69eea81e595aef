#!/bin/sh
# How fast the page is, in a real Chromium, on a stack that runs (`takt demo`), and pictures of it.
#   benchmarks/page.sh ADDRESS planner:PASSWORD supplier:PASSWORD [FOLDER]    FOLDER takes a picture of each page
address=${1:?"Usage: benchmarks/page.sh ADDRESS planner:PASSWORD SUPPLIER:PASSWORD [FOLDER]"}
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here" && ./mvnw -q -B -ntp -Dspotless.check.skip=true -Dexec.skip=true test -pl journey-tests -Dtest=PageFigures \
  -Dsurefire.failIfNoSpecifiedTests=false -Dpage.address="$address" -Dpage.planner="$2" -Dpage.supplier="$3" -Dpage.screens="${4:+$(cd "$4" && pwd)}" |
  grep 'median'
