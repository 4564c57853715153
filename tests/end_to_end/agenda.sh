#!/usr/bin/env bash
# The worked agenda over runs of the worked studies and assessments: every entry leads from its rank to a quoted sentence
# in at most five steps, equal runs give equal bytes, a missing run is told with the command that makes it.
#   tests/end_to_end/agenda.sh RASHIN [OUT]     OUT: a folder with the runs, made before
set -uo pipefail
export LC_ALL=C.UTF-8
program=$(realpath "$1")
runs=${2:-}
[[ -n $runs ]] && runs=$(realpath "$runs")
root=$(realpath "$(dirname "$0")/../..")
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
passed=0 failed=0
ok() { # what, command…
  local what=$1; shift
  if "$@" >ok.out 2>&1; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "failed: $what"; head -n 5 ok.out; fi
}

agenda=$root/agendas/2026-critical
if [[ -z $runs ]]; then
  runs=$work/runs
  for run in $(grep -oE '^ *- \{id: [a-z0-9-]+, run:' "$agenda/agenda.yaml" | sed -E 's/.*id: ([a-z0-9-]+),.*/\1/'); do
    for kind in study assessment; do
      folder=$root/studies/$run
      [[ $kind == assessment ]] && folder=$root/assessments/$run
      [[ -f $folder/$kind.yaml ]] && ok "$kind $run runs" "$program" "$kind" run "$folder" --draws 24 --out "$runs/$run"
    done
  done
fi

ok "the agenda is sound" "$program" agenda check "$agenda" --runs "$runs"
ok "the agenda runs" "$program" agenda run "$agenda" --runs "$runs" --out a
ok "it runs again" "$program" agenda run "$agenda" --runs "$runs" --out b
ok "equal runs give equal bytes" diff -r -q -x timing.json a b
for file in report.ja.html report.en.html priorities.ja.html priorities.en.html agenda.csv run.json results/without.csv; do
  ok "it writes $file" test -s "a/$file"
done
ok "every run used stands in run.json with its hash" \
  jq -e '.runs | length > 0 and all(.[]; .sha256 | test("^[0-9a-f]{64}$"))' a/run.json

# Every entry: its chain begins at the rank, ends in a sentence, and has at most five steps.
entries=$(tail -n +2 a/results/entries.csv | cut -d, -f1)
ok "there are entries" test -n "$entries"
for entry in $entries; do
  "$program" agenda trace a "$entry" >trace.txt 2>&1
  steps=$(($(wc -l <trace.txt) - 1))
  if [[ $steps -ge 1 && $steps -le 5 ]] && head -n 1 trace.txt | grep -q '^agenda/' && tail -n 1 trace.txt | grep -qE '^ *[^ ]*#[^ ]+ +“'; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1)); echo "failed: $entry: $steps steps"; cat trace.txt
  fi
done

# A reader meets names and money, no ids.
ok "options are named on the way to a sentence" grep -q 'policy option “' a/report.en.html
ok "no option stands there by its id" bash -c "! grep -qE 'policy option [a-z]|[0-9],000,000 JPY' a/report.en.html"
ok "to whom: in the reader's language" bash -c \
  "grep -q 'Ministry of Economy, Trade and Industry' a/report.en.html && ! grep -q '>経済産業省<' a/report.en.html"
ok "what keeps nuclear power in use rests on a sentence on nuclear power" bash -c \
  "grep '^energy-plan,reactor-inspection' '$agenda/domestic.csv' | grep -q claim:energy-nuclear"
ok "the page for funding bodies says by what it ranks" bash -c \
  "grep -q 'Ranked by expected rank' a/priorities.en.html && grep -q '期待順位による' a/priorities.ja.html"

# A run that is not there, a run that is not the pinned one.
ok "a missing run is told with its command" bash -c \
  "! '$program' agenda check '$agenda' --runs nowhere 2>said.txt && grep -q 'agenda-run-missing.*rashin study run' said.txt"
mkdir pinned && cp "$agenda"/* pinned/
sed -i -E "0,/\{id: ([a-z0-9-]+), run: ([^,}]+)/s//{id: \1, sha256: $(printf '0%.0s' {1..64}), run: \2/" pinned/agenda.yaml
ok "another run than the pinned one is refused" bash -c \
  "! '$program' agenda check pinned --runs '$runs' 2>said.txt && grep -q agenda-run-changed said.txt"

# The template.
ok "agenda new" "$program" agenda new mine
ok "the template runs" "$program" agenda run mine
ok "its list is written" test -s out/mine/priorities.ja.html
echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
