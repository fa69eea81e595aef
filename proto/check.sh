#!/bin/sh
# Lint, format and breaking checks of the contract. A wanted break is accepted by writing a new baseline:
#   target/buf/buf build --exclude-source-info -o baseline.json
set -e
buf=target/buf/buf
chmod +x $buf
$buf lint
$buf format --diff --exit-code
$buf breaking --against baseline.json
