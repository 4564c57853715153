#!/usr/bin/env bash
# Net assessments as commands: new, check, run, trace; same bytes on any number of threads; a new axis or cell changes no
# other draw; the worked one traces to quoted sentences.
#   tests/end_to_end/assessments.sh RASHIN
set -uo pipefail
program=$(realpath "$1")
root=$(realpath "$(dirname "$0")/../..")
export LC_ALL=C.UTF-8
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
passed=0 failed=0
ok() { # what, command…
  local what=$1; shift
  if "$@" >ok.out 2>&1; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "failed: $what"; head -n 5 ok.out; fi
}
says() { # code, what it must say, words…
  local code=$1 expected=$2 status=0; shift 2
  "$program" "$@" >out.txt 2>err.txt </dev/null || status=$?
  ok "rashin $*: exit $status, not $code" test "$status" -eq "$code"
  ok "rashin $*: does not say /$expected/" grep -qE -- "$expected" out.txt err.txt
}

says 0 'Next: rashin assessment run made' assessment new made
says 3 'folder-not-empty' assessment new made
says 0 'cells of dossiers' assessment check made
says 0 '調査票の欄' assessment check made --lang ja
says 0 'Done: ' assessment run made --draws 60 --threads 1 --out t1
says 0 'Done: ' assessment run made --draws 60 --threads 2 --out t2
ok "one and two threads have the same bytes" diff -r -q -x timing.json t1 t2
for file in run.json report.ja.html report.en.html timing.json results.xlsx inputs/assessment.yaml results/needs.csv \
  results/need_draws.csv results/trace.csv results/changes.csv; do ok "a run has $file" test -s "t1/$file"; done
ok "needs begin as an agenda reads them" grep -q '^id,technology,origin,function,' t1/results/needs.csv
ok "every need has its draws" bash -c \
  "diff <(tail -n +2 t1/results/needs.csv | cut -d, -f1 | sed 's/^/value_/' | sort) <(head -n 1 t1/results/need_draws.csv | tr , '\n' | tail -n +2 | sort)"
ok "as many rows of draws as draws" test "$(tail -n +2 t1/results/need_draws.csv | wc -l)" -eq 60

cp -r made more # a further axis with a cell changes no other draw
sed -i 's/^  - {id: sites,/  - {id: launches, title: {ja: "打ち上げ", en: "Launches"}, scale: ratio, unit: "1"}\n&/' more/assessment.yaml
sed -i '2i small-radar,JPN,launches,,,3,2,4,triangular,1,2025,,example,,' more/dossiers.csv
says 0 'Done: ' assessment run more --draws 60 --out more-out
ok "a new axis and cell change no other draw" \
  bash -c "test \$(comm -23 <(sort t1/results/parameters.csv) <(sort more-out/results/parameters.csv) | wc -l) -eq 0"

says 0 'Done: ' assessment run "$root/assessments/space" --draws 100 --out space
for need in $(tail -n +2 space/results/needs.csv | cut -d, -f1); do
  says 0 'https?://' assessment trace space "$need"
done
says 0 'small-sar' assessment trace space --from ucs-observation
ok "no date is given where the interval exceeds the horizon" bash -c \
  "grep -q '^earth-observers,' space/results/crossings.csv && ! grep -qE ',20[2-9][0-9]\.[0-9],' space/results/crossings.csv"
ok "no share is shown where none is known, and years have no comma" bash -c \
  "! grep -qE '>(Share|Alternative)<|>2,0[12][0-9]<' space/report.en.html && grep -q '>2010<' space/report.en.html"
if [[ -f $root/assessments/space/recount.sh && -n ${SPACE_TABLES:-} ]]; then # the tables are not part of the repository
  gzip -dc "$SPACE_TABLES/ucs_satellite_database_2023.csv.gz" >ucs.csv
  gzip -dc "$SPACE_TABLES/launchlog_1957_2015.csv.gz" >log.csv
  ok "the counts of the worked assessment are those of the tables" "$root/assessments/space/recount.sh" ucs.csv log.csv
fi

echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
