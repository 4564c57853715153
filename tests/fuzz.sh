#!/usr/bin/env bash
# Runs the readers of YAML, CSV and XLSX for the given seconds over their seeds, the API for at least a minute, every other
# fuzz target for half as long.
# Usage: tests/fuzz.sh BUILD SECONDS
set -uo pipefail
cd "$(dirname "$0")/.."
build=$1 seconds=$2 passed=0 failed=0
for target in "$build"/fuzz_*; do
  [[ -x $target && ! -d $target ]] || continue
  name=$(basename "$target"); name=${name#fuzz_}
  found=$(mktemp -d)
  mkdir -p "fuzz/corpus/$name"
  case $name in yaml | csv | xlsx) span=$seconds ;; api) span=$((seconds > 60 ? seconds : 60)) ;; *) span=$(((seconds + 1) / 2)) ;; esac
  if "$target" -max_total_time="$span" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="build/fuzz-$name-" "$found" "fuzz/corpus/$name" >"build/fuzz-$name.log" 2>&1; then
    passed=$((passed + 1)); echo "$name: $(grep -aoE 'number_of_executed_units: [0-9]+' "build/fuzz-$name.log")"
  else
    failed=$((failed + 1)); echo "failed: $name"; tail -n 25 "build/fuzz-$name.log"
  fi
  rm -rf "$found"
done
echo "$passed passed, $failed failed"
[[ $failed -eq 0 && $passed -gt 0 ]]
