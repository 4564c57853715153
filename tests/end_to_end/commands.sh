#!/usr/bin/env bash
# The commands as users' scripts rely on them: words, exit codes, what a run writes and leaves alone.
#   tests/end_to_end/commands.sh RASHIN
set -uo pipefail
program=$(realpath "$1")
root=$(realpath "$(dirname "$0")/../..")
export LC_ALL=C.UTF-8
work=$(mktemp -d)
small=$work/small
trap 'mountpoint -q "$small" && umount "$small"; chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
cp "$program" rashin && program=$work/rashin
passed=0 failed=0

ok() { # what, command…: it must succeed
  local what=$1; shift
  if "$@" >"$work/ok.out" 2>&1; then passed=$((passed + 1)); else
    failed=$((failed + 1)); echo "failed: $what"; head -n 5 "$work/ok.out"
  fi
}
says() { # code "what it must say (extended expression, of both streams)" words…: runs rashin
  local code=$1 expected=$2 status=0; shift 2
  "$program" "$@" >out.txt 2>err.txt </dev/null || status=$?
  ok "rashin $*: exit $status, not $code" test "$status" -eq "$code"
  ok "rashin $*: does not say /$expected/" grep -qE -- "$expected" out.txt err.txt
}
same() { # what, folder, folder: all but timing.json, byte for byte
  ok "$1" diff -r -q -x timing.json "$2" "$3"
}
state() { # everything below a folder: names and bytes
  (cd "$1" && find . -print | LC_ALL=C sort && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
}
ids() { tail -n +2 "$1" | cut -d, -f1; } # first column of a table

# --- words
says 0 '^rashin [0-9]+\.[0-9]+\.[0-9]+$' --version
says 0 'rashin study run DIR' --help
says 2 'rashin study run DIR'
says 2 'usage-unknown-command: .*"stuydy"' stuydy
says 2 'usage-unknown-command: .*"study nwe"' study nwe
says 2 'usage-unknown-command' study
for command in 'study new' 'study check' 'study run' 'study diff' 'study sensitivity' trace report migrate; do
  # shellcheck disable=SC2086
  says 0 "^rashin $command .*[a-z]" $command --help
  # shellcheck disable=SC2086
  says 0 'を|の|る|い' $command --help --lang ja
  # shellcheck disable=SC2086
  says 2 'usage-unknown-option: .*"--frobnicate"' $command --frobnicate
  # shellcheck disable=SC2086
  says 2 'usage-word-missing' $command
done
says 2 'usage-word-too-many: .*"two"' study check one two
says 2 'usage-option-without-value' study run one --out
says 2 'usage-choice: .*"fr"' study check one --lang fr
says 0 '^technologies.yaml$' schema
says 0 'json-schema.org' schema study.yaml
says 2 'usage-choice: .*"stuydy.yaml"' schema stuydy.yaml
says 0 '^rashin schema ' schema --help
cat >lanes.geojson <<'END'
{"features": [
{"properties": {}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [10, 0]]}},
{"properties": {"passage": "strait"}, "geometry": {"type": "LineString", "coordinates": [[10, 0], [11, 0]]}},
{"properties": {}, "geometry": {"type": "LineString", "coordinates": [[10, 0], [10, 5], [11, 5], [11, 0], [20, 0]]}}]}
END
says 0 'Distance: 2224 km' network route 0,0 0,20 --network lanes.geojson
says 0 'strait +1112' network route 0,0 0,20 --network lanes.geojson
says 0 'Distance: 333[56] km' network route 0,0 0,20 --network lanes.geojson --without strait
says 0 '^距離: 2224 km' network route 0,0 0,20 --network lanes.geojson --lang ja
says 2 'usage-choice: .*"straight"' network route 0,0 0,20 --network lanes.geojson --without straight
says 2 'route-place: .*"Atlantis"' network route Atlantis 0,20 --network lanes.geojson
says 2 'route-place: .*"95,0"' network route 95,0 0,20 --network lanes.geojson
says 2 'usage-word-missing' network route 0,0 0,20
says 2 'mrio-missing-file' network route 0,0 0,20 --network nowhere.geojson
echo '{"features": [' >broken.geojson
says 2 'geojson-broken' network route 0,0 0,20 --network broken.geojson
echo '{"features": [{"geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 95]]}}]}' >broken.geojson
says 2 'geojson-position: .*\[1,95\]' network route 0,0 0,20 --network broken.geojson
says 2 'folder-not-found: .*"nowhere"' network show nowhere
says 2 'usage-choice: .*"nothing"' network show "$root/studies/rare-earth-2010" --item nothing
says 0 'Downstream' network show "$root/studies/rare-earth-2010" --item dy
says 0 'critical_nodes' network show "$root/studies/rare-earth-2010" --json
says 2 'folder-not-found: .*"nowhere"' study check nowhere
says 2 'folder-not-found: .*"nowhere"' study run nowhere
says 2 'folder-not-found' migrate nowhere

# --- a new study runs at once
says 0 'rashin study run made' study new made
says 3 'folder-not-empty' study new made
mkdir empty && says 0 '' study new empty
ok "a new study takes its folder's name" grep -q '^id: made$' made/study.yaml
says 0 'values' study check made
ok "a new study has no diagnostics" test ! -s err.txt
says 0 '^\[\]$' study check made --json
says 0 'report.en.html' study run made --draws 40
ok "no progress where there is no terminal" test ! -s err.txt
says 2 'usage-number: .*"many"' study run made --draws many
says 2 'usage-number: .*"0"' study run made --threads 0
ok "the default is out/<id>" test -f out/made/run.json
for file in report.ja.html report.en.html timing.json inputs/study.yaml results/needs.csv results/draws.csv results/sensitivity.csv results.xlsx; do
  ok "a run holds $file" test -s "out/made/$file"
done
ok "run.json is JSON" jq -e '.seed == 1 and .draws == 40 and (.inputs | length) > 10' out/made/run.json
ok "needs begin with their id" grep -q '^id,' out/made/results/needs.csv
says 0 'Value of readiness' study sensitivity made --draws 64
says 0 '間に合った場合の価値' study sensitivity made --draws 64 --lang ja
says 0 '"draws": 64' study sensitivity made --draws 64 --json
ok "dates cannot matter to the value of being in time" bash -c "'$program' study sensitivity made --draws 64 --json |
  jq -e '[.needs[] | select(.measure == \"readiness\") | .links[] | select(.link == \"technology-dates\") | .total[0] // 0] | length > 0 and all(. == 0)'"
says 2 'usage-number' study sensitivity made --draws 1
ok "only timing.json tells threads and paths" bash -c "! grep -rl '$work' out/made | grep -v timing.json"
cp -r made made-before && says 0 'schema 1' migrate made
ok "migrating what is current changes nothing" diff -r made made-before

# --- same input, same bytes
"$program" study run made --draws 40 --out again >out.txt && same "a second run has the same bytes" out/made again
for threads in 1 2; do "$program" study run made --draws 100 --threads $threads --out "t$threads" >out.txt; done
same "one and two threads have the same bytes" t1 t2
"$program" study run made --draws 40 --seed 2 --out seed2 >out.txt
ok "another seed draws other numbers" bash -c '! cmp -s out/made/results/draws.csv seed2/results/draws.csv'
ok "--draws and --seed stand in run.json" jq -e '.seed == 2 and .draws == 40' seed2/run.json
ok "as many draws as asked" test "$(cut -d, -f1 seed2/results/draws.csv | sort -u | wc -l)" -ge 40
says 0 '^0 differences' study diff out/made again
says 1 '^pathways/.*: .* -> ' study diff out/made seed2
cp -r out/made nudged && sed -i '2s/,800,/,800.0001,/' nudged/results/parameters.csv
says 1 '^parameters/supply/material-m.XXA/supply/value_mean: 800 -> 800.0001' study diff out/made nudged
says 0 '^0 differences' study diff out/made nudged --tolerance 1e-6
says 2 'not-a-run' study diff out/made made

# --- from a figure to sentences and back, on the worked study
"$program" study run "$root/studies/rare-earth-2010" --draws 20 --out rare >out.txt 2>err.txt
# Amounts in the study's currency stand in the magnitude that their unit names: the first subsidy was 33,100,000,000 yen.
for shown in 'ja 331</td><td[^>]*>億円' 'en 33\.1</td><td[^>]*>billion yen'; do
  ok "documented money in its unit (${shown%% *})" grep -qE "subsidy-first-round/documented\">${shown#* }" "rare/report.${shown%% *}.html"
done
ok "what was balanced has a name" grep -q '日本のネオジム磁石用合金' rare/report.ja.html
# Of lines between items no share is known: the table of the network leaves it empty.
ok "no invented share between items" bash -c \
  "sed -n '/Marked<.th>/,/<.table>/p' rare/report.en.html | grep -q '<td class=\"brief\"></td><td class=\"brief\"></td>'"
ok "a cut tells what is missing, not what is left" bash -c \
  "grep -qE '; [0-9]+% of the normal supply was missing: ' rare/report.en.html && ! grep -qE 'sent less [^;]*, [0-9]+% of the normal' rare/report.en.html"
ok "a need without a cited basis says so" grep -q 'Basis: no source is cited' out/made/report.en.html
ok "which technology is first most often is told" grep -qE 'best expected rank (and comes first most often|\(first in)' rare/report.en.html
ok "the summary says what other measures pick" bash -c \
  "grep -qE 'But [0-9]+ of 8 measures pick “|It is the pick of [0-9]+ of 8 measures' rare/report.en.html"
ok "judged impacts: what their values are and that they are not added" bash -c \
  "grep -q 'Values are medians. These are published estimates' rare/report.en.html && grep -q '値は中央値。公表された試算' rare/report.ja.html"
cites() { "$program" trace rare "$1" | grep -E '“.+” — .*https?://'; }
for need in $(ids rare/results/needs.csv); do ok "the need $need leads to a quoted sentence" cites "$need"; done
"$program" trace rare >ids.txt
ok "every need can be traced" bash -c "comm -23 <(tail -n +2 rare/results/needs.csv | cut -d, -f1 | sort) <(sort ids.txt) | wc -l | grep -qx 0"
for figure in $(grep / ids.txt | grep -vE '^(draws|outcomes_compared|columns)/' | awk 'NR % 12 == 1'); do
  says 0 "^${figure//+/[+]}" trace rare "$figure"
done
for table in policy pathways end_use_losses; do
  ok "$table leads to a quoted sentence" cites "$(grep "^$table/" ids.txt | head -n 1)"
done
for column in value_mean top_share; do
  ok "one column of a need leads to a quoted sentence" cites "needs/$(ids rare/results/needs.csv | head -n 1)/$column"
done
claim=$(cut -d, -f2 rare/results/trace.csv | grep '^claim:' | head -n 1)
says 0 '^needs/.*/value_mean$' trace rare --from "${claim#claim:}"
cp out.txt from.txt
for figure in $(awk 'NR % 150 == 1' from.txt); do
  ok "$figure rests on $claim" bash -c "'$program' trace rare '$figure' | grep -F '$claim '"
done
says 2 'claim-unknown: .*"no-such-claim"' trace rare --from no-such-claim
says 2 'unknown-figure: .*"no/such/figure"' trace rare no/such/figure
says 2 'unknown-figure' trace rare "needs/$(ids rare/results/needs.csv | head -n 1)/no_column"
says 2 'not-a-run' trace made
says 2 'not-a-run' report nowhere
says 2 'usage-choice: .*"odt"' report rare --format odt
for language in ja en; do
  "$program" report rare --lang $language >report.html
  ok "report writes the page of the run ($language)" cmp report.html rare/report.$language.html
done

# --- a run needs nothing but itself, and holds nothing private
cp -r made moved && mkdir -p elsewhere
"$program" study run moved --draws 40 --out moved-out >out.txt && "$program" trace moved-out >before.txt
mv moved-out elsewhere/run && mv moved "$work/gone" && chmod 000 "$work/gone"
ok "trace needs only the run" bash -c "'$program' trace elsewhere/run | cmp - before.txt"
ok "report needs only the run" bash -c "'$program' report elsewhere/run --lang en | cmp - elsewhere/run/report.en.html"
cp -r elsewhere/run anew
rm anew/report.en.html
ok "a missing report is made anew" bash -c "'$program' report anew --lang en | cmp - elsewhere/run/report.en.html"
ok "diff needs only the runs" "$program" study diff elsewhere/run elsewhere/run
cp -r made private && echo 'pathway,indicator,quantity,value,unit,period,by
long-stop,price-increase,amount,47.110815,percent,2025,Maker Kessai' >private/impacts.private.csv
says 0 'private' study run private --draws 40 --out private-out
ok "nothing private is in a run" bash -c '! grep -rqE "47\.110815|Kessai" private-out'
ok "no private file is in a run" bash -c '! find private-out -name "*.private.*" | grep . && ! grep -q private private-out/run.json'

# --- what is no run is not written over; what cannot be written leaves the earlier run alone
mkdir precious && echo letters >precious/letter.txt
says 3 'out-not-a-run: .*precious' study run made --draws 40 --out precious
ok "a folder that is no run is untouched" test "$(ls -A precious)" = letter.txt
says 3 'out-not-a-run' study run made --draws 40 --out precious/letter.txt
untouched() { # what, command…: exit 3, the folder `keep` as before
  local what=$1 before status=0; shift
  before=$(state keep)
  "$@" >out.txt 2>err.txt || status=$?
  ok "$what: exit $status, not 3 ($(head -c 200 err.txt))" test "$status" -eq 3
  ok "$what: says so" grep -q 'cannot-write' err.txt
  ok "$what: the earlier run is untouched, nothing is left" test "$before" = "$(state keep)"
}
mkdir keep && "$program" study run made --draws 40 --out keep/run >out.txt
full_file() { (trap '' XFSZ; ulimit -f 16; "$program" study run made --draws 60 --out keep/run); }
untouched "a file that cannot grow" full_file
if [[ $(id -u) -eq 0 ]]; then as_user=(setpriv --reuid=65534 --regid=65534 --clear-groups); else as_user=(); fi
chmod 755 "$work" rashin made && chmod -R a+rX made keep && chmod a-w keep
untouched "a folder that may not be written" "${as_user[@]}" "$program" study run made --draws 60 --out keep/run
untouched "a new study where nothing may be written" "${as_user[@]}" "$program" study new keep/new
chmod u+w keep
if [[ $(id -u) -eq 0 ]] && mkdir -p "$small" && mount -t tmpfs -o size=1m none "$small" 2>mount.txt; then
  mkdir "$small/keep" && cp -r keep/run "$small/keep/run" && head -c 1m /dev/zero >"$small/filler" 2>mount.txt
  ln -s "$small/keep" kept && mv keep keep-disk && mv kept keep
  untouched "a full disk" "$program" study run made --draws 60 --out "$small/keep/run"
  untouched "a new study on a full disk" "$program" study new "$small/keep/new"
  rm keep && mv keep-disk keep && umount "$small"
fi
ok "a report that cannot be written: exit 3" bash -c "'$program' report keep/run >/dev/full; test \$? -eq 3"

# --- Ctrl-C: within a second (of a machine of our own: what a busy one takes longer is allowed for)
TIMEFORMAT='%R %U %S'
busy=$({ time "$program" study run made --draws 2000 --threads 1 --out busy >out.txt; } 2>&1 |
  awk '{ cpu = $2 + $3; print (cpu > 0 && $1 > cpu) ? int(1000 * $1 / cpu) : 1000 }')
stop_run() { # signal: milliseconds from the signal to the end in $spent, exit code in $status
  local begin pid
  set -m
  "$program" study run made --draws 20000 --threads 2 --out keep/run >out.txt 2>err.txt &
  pid=$!
  set +m
  sleep 0.7
  begin=$(date +%s%N)
  kill -"$1" "$pid" && status=0
  wait "$pid" || status=$?
  spent=$((($(date +%s%N) - begin) / 1000000))
}
for signal in INT TERM; do
  before=$(state keep)
  stop_run $signal
  ok "SIG$signal: exit $status, not 130" test "$status" -eq 130
  ok "SIG$signal: $spent ms until the end, allowed $busy" test "$spent" -le "$busy"
  ok "SIG$signal: says that it stopped" grep -q 'stopped' err.txt
  ok "SIG$signal: the earlier run is untouched, nothing is left" test "$before" = "$(state keep)"
done

# --- language of what is said
cp -r made wrong && sed -i 's/^draws: .*/draws: many/' wrong/study.yaml
speaks() { # expected, environment and options
  local expected=$1; shift
  env -u LC_ALL -u LC_MESSAGES -u LANG "$@" >out.txt 2>err.txt
  ok "$*: speaks another language" grep -q "$expected" err.txt
}
check=("$program" study check wrong)
speaks 'is not a whole number' "${check[@]}"
speaks 'is not a whole number' LANG=en_US.UTF-8 "${check[@]}"
speaks '整数ではありません' LANG=ja_JP.UTF-8 "${check[@]}"
speaks '整数ではありません' LANG=en_US.UTF-8 LC_ALL=ja_JP.UTF-8 "${check[@]}"
speaks 'is not a whole number' LANG=ja_JP.UTF-8 "${check[@]}" --lang en
speaks '整数ではありません' LANG=C "${check[@]}" --lang=ja
"$program" study check wrong --json >wrong.json 2>err.txt
ok "--json holds both languages" jq -e '.[0].message | (.ja | length) > 0 and (.en | length) > 0' wrong.json
ok "with --json nothing else is said" test ! -s err.txt
says 2 'study.yaml:[0-9]+:[0-9]+ .*value-not-an-integer' study run wrong
ok "a wrong study leaves no run" test ! -e out/wrong

# --- a release asks for a basis
cp -r made released && sed -i 's/^status: draft/status: release/' released/study.yaml
says 1 'release-illustrative' study check released
says 1 'release-illustrative' study run released --out released-out
ok "a release that fails its check leaves no run" test ! -e released-out

# --- what changes no other draw
keeps_draws() { # what, study: each parameter of the plain run has the same row
  "$program" study run "$2" --draws 40 --out "$2-out" >out.txt 2>err.txt
  ok "$1: changes another parameter's draws" \
    bash -c "test \$(comm -23 <(sort out/made/results/parameters.csv) <(sort '$2-out/results/parameters.csv') | wc -l) -eq 0"
}
cp -r made renamed && keeps_draws "renaming the folder" renamed
cp -r made inserted && sed -i '2i material-m,XXC,XXC,no,spare,10,5,20,triangular,t/year,2025,,example,' inserted/network/supply.csv
keeps_draws "inserting a row" inserted
ok "the inserted row is drawn" grep -q '^supply/material-m.XXC/spare,' inserted-out/results/parameters.csv
cp -r made reordered
for table in supply end_uses demand; do
  { head -n 1 made/network/$table.csv; tail -n +2 made/network/$table.csv | tac; } >reordered/network/$table.csv
done
keeps_draws "reordering tables" reordered
cp -r made relisted
for file in options technologies; do # the entries of the list, last first
  awk '/^  - id:/ { n++ } /^[a-z]/ && n { n = 0; flush() } n { entry[n] = entry[n] $0 "\n"; most = n; next } { print }
       END { flush() } function flush(i) { for (i = most; i > 0; i--) printf "%s", entry[i]; delete entry; most = 0 }' \
    made/$file.yaml >relisted/$file.yaml
  ok "the entries of $file are in another order" bash -c "! cmp -s made/$file.yaml relisted/$file.yaml"
done
keeps_draws "reordering lists" relisted

echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
