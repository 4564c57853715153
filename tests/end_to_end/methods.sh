#!/usr/bin/env bash
# The pages of single methods: their worked examples run as printed, and files and answers fit the schemas in
# docs/schemas/methods. Usage: tests/end_to_end/methods.sh RASHIN_BINARY
set -uo pipefail
export LC_ALL=C.UTF-8
program=$(realpath "${1:?usage: methods.sh RASHIN_BINARY}")
cd "$(dirname "$0")/../.." || exit 1
root=$PWD passed=0 failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "failed: $*"; }

cp docs/methods/examples/* "$work"
cd "$work" || exit 1
for page in cross-impact-balances micmac morphological-field bayesian-network expert-judgement pathway-update robust-policy scenario-discovery sensitivity ranking; do
  while read -r line; do
    if eval "\"$program\" ${line#rashin }" >out.txt 2>err.txt && [[ -s out.txt ]]; then pass; else fail "$page: $line"; cat err.txt; fi
  done < <(awk '/^```/ { on = !on; next } on && /^rashin /' "$root/docs/methods/$page.md")
done

# The part of JSON Schema that the schemas use.
cat >check.jq <<'JQ'
def fits($s): . as $v |
  (if $s.anyOf then any($s.anyOf[]; . as $a | $v | fits($a)) else true end) and
  (if $s.enum then any($s.enum[]; . == $v) else true end) and
  (if $s.type == "object" then type == "object" and all(($s.required // [])[]; . as $k | $v | has($k)) and
     (if $s.additionalProperties == false then all($v | keys[]; . as $k | $s.properties | has($k)) else true end) and
     all(($s.properties // {}) | to_entries[]; .key as $k | .value as $p | ($v | has($k) | not) or ($v[$k] | fits($p)))
   elif $s.type == "array" then type == "array" and all(.[]; fits($s.items))
   elif $s.type == "integer" then type == "number" and . == floor
   elif $s.type then type == $s.type else true end) and
  (if $s.minimum then type != "number" or . >= $s.minimum else true end) and
  (if $s.maximum then type != "number" or . <= $s.maximum else true end);
fits($schema[0])
JQ
fits() { # schema, file, what
  if jq -e --slurpfile schema "$root/docs/schemas/methods/$1.schema.json" -f check.jq "$2" >/dev/null 2>jq.txt; then pass
  else fail "$3 does not fit docs/schemas/methods/$1.schema.json"; cat jq.txt; fi
}
answer() { # schema, words of the command…
  local schema=$1; shift
  if "$program" "$@" --json >answer.json 2>err.txt; then fits "$schema" answer.json "rashin $*"; else fail "rashin $*"; cat err.txt; fi
}
fits cib strait-people.json strait-people.json
fits rank technologies.json technologies.json
fits packages packages.json packages.json
fits packages many-aims.json many-aims.json
fits sensitivity model.json model.json
fits ahp comparisons.json comparisons.json
fits update indicators.json indicators.json
fits bayes strait-network.json strait-network.json
printf '{"matrix": [[0, 1.5], [2, 0]]}' >m.json; fits micmac m.json m.json
printf '{"parameters": {"A": ["a", "b"], "B": ["c"]}, "pairs": [{"of": "A.a", "with": "B.c", "is": "impossible"}]}' >f.json
fits morphology f.json f.json
printf '[0.6, 0.7]' >pool.json; fits pool pool.json pool.json
answer cib-result cib solve strait.scw --draws 50
answer cib-compare-result cib compare strait-people.json --draws 50
answer cib-what-if-result cib what-if strait.scw --scenario "1 1 1 1"
answer pool-result judge pool opinions.csv
answer cooke-result judge cooke seeds.csv
answer brier-result judge brier forecasts.csv
answer bounds-result judge bounds events.json
answer update-result pathway update indicators.json
answer bayes-result pathway bayes strait-network.json --target Intent
answer micmac-result pathway micmac influences.csv
answer micmac-result pathway micmac m.json
answer morphology-result pathway morphology strait-field.csv --obstacles
answer morphology-result pathway morphology f.json
answer ahp-result rank ahp comparisons.json
answer topsis-result rank topsis technologies.csv
answer promethee-result rank promethee technologies.csv
answer electre-result rank electre sites.csv
answer smaa-result rank smaa technologies.json
answer prim-result discover prim cases.csv --outcome fails --resamples 5
answer sobol-result sensitivity sobol model.json --outputs model-sobol-outputs.txt
answer morris-result sensitivity morris model.json --outputs model-morris-outputs.txt
answer robustness-result policy robustness policies.csv
answer packages-result policy packages packages.json
answer pareto-result policy pareto many-aims.json

# The same bytes on one thread and on several, or on one processor and on all.
same_bytes() { # words…
  if cmp -s one.json two.json && [[ -s one.json ]]; then pass; else fail "threads change rashin $*"; fi
}
while read -r line; do
  "$program" $line --json --threads 1 >one.json 2>err.txt
  "$program" $line --json --threads 3 >two.json 2>err.txt
  same_bytes "$line"
done <<'END'
cib solve strait.scw --draws 300
cib compare strait-people.json --draws 300
cib what-if strait.scw
rank smaa technologies.json --draws 20000
END
if command -v taskset >/dev/null; then
  while read -r line; do
    taskset -c 0 "$program" $line --json >one.json 2>err.txt
    "$program" $line --json >two.json 2>err.txt
    same_bytes "$line"
  done <<'END'
discover prim cases.csv --outcome fails --resamples 5
sensitivity sobol model.json --outputs model-sobol-outputs.txt
sensitivity morris model.json --outputs model-morris-outputs.txt
policy packages packages.json
pathway morphology strait-field.csv --obstacles
END
fi

# Exit codes: a wrong file is 2, a failed check 1, nothing half printed.
code() { # code, words…
  local wanted=$1 got=0; shift
  "$program" "$@" >out.txt 2>err.txt || got=$?
  if [[ $got -eq $wanted ]]; then pass; else fail "exit code $got instead of $wanted of rashin $*"; fi
}
code 2 cib solve no-such-file.scw
code 2 cib solve opinions.csv
code 2 rank topsis strait.scw
code 2 judge pool forecasts.csv --bound 2
code 2 policy packages policies.csv
printf '{"loss": [1], "options": [' >cut.json
code 2 policy packages cut.json
code 2 policy pareto packages.json
code 2 discover prim opinions.csv --outcome probability
sed 's/0.6, 0.3, 0.1/0.6, 0.3, 0.2/; s/"tankers wait outside": \[0.1/"tankers": [0.1/' indicators.json >unsound.json
code 2 pathway update unsound.json
sed 's/\[2, 1, 0.25\]/[3, 1, null]/' comparisons.json >unsound.json
code 2 rank ahp unsound.json
sed 's/0.02, 0.98/0.02, 0.99/' strait-network.json >unsound.json
code 2 pathway bayes unsound.json
sed 's/^p,15/p,1/; s/^q,5,30/q,5,/' sites.csv >unsound.csv
code 2 rank electre unsound.csv
sed 's/Oil price,1/Oil price,-1/' influences.csv >unsound.csv
code 2 pathway micmac unsound.csv
sed 's/escort,k/escort,maybe/' strait-field.csv >unsound.csv
code 2 pathway morphology unsound.csv
code 1 cib solve strait.scw --against <(printf '$ ScenarioWizard 3.0\nSolution set\n 1 \n\n" 1 1 1 2",1,0,0,1,""\n')
for command in "cib solve" "judge pool" "rank smaa" "discover prim" "sensitivity sobol" "policy packages" "policy pareto" "pathway micmac" "pathway morphology" "pathway bayes"; do
  code 0 $command --help --lang ja
done
# Weights of Cooke's model become the trust of a study: who is believed in a draw follows them. The template's people
# give the branch "soon" 0.6 and 0.3; believed with weights w and 1 - w its mean is 0.3 + 0.3 w.
cat >answers.csv <<'CSV'
question,truth,scale,by,5 %,50 %,95 %
q1,10,,example,8,11,14
q1,10,,example-2,4,9,30
q2,20,,example,15,19,24
q2,20,,example-2,8,22,60
q3,30,,example,22,29,38
q3,30,,example-2,29,45,50
q4,40,,example,31,42,48
q4,40,,example-2,10,38,90
CSV
trusted_mean() { # weight of the first person -> mean of tree/release.soon, its distance to 0.3 + 0.3 w in standard errors
  "$program" study run trusted --draws 8000 --out trusted-run >out.txt 2>err.txt || { cat err.txt; return 1; }
  awk -F, -v w="$1" 'NR == 1 { for (i = 1; i <= NF; ++i) at[$i] = i }
    $at["id"] == "release.soon" { gap = $at["probability_mean"] - (0.3 + 0.3 * w); print gap; exit !(gap < 0.01 && gap > -0.01) }' trusted-run/results/tree.csv
}
"$program" study new trusted >out.txt 2>err.txt && sed -i 's/^horizon: .*/horizon: {days: 30}/' trusted/study.yaml
"$program" judge cooke answers.csv --trust >trusted/experts.csv
weight=$(awk -F, '$1 == "example" { a = $2 } $1 == "example-2" { b = $2 } END { print a / (a + b) }' trusted/experts.csv)
if awk "BEGIN { exit !($weight > 0.55 && $weight < 0.999) }"; then pass; else fail "the weights do not tell the two people apart: $weight"; fi
if trusted_mean "$weight" >gap.txt; then pass; else fail "weights of Cooke's model ($weight): the mean is off by $(cat gap.txt)"; fi
sed -i "s/^example,[^,]*/example,1/; s/^example-2,[^,]*/example-2,3/" trusted/experts.csv
if trusted_mean 0.25 >gap.txt; then pass; else fail "trust of 1 and 3: the mean is off by $(cat gap.txt)"; fi
rm trusted/experts.csv
if trusted_mean 0.5 >gap.txt; then pass; else fail "everyone alike: the mean is off by $(cat gap.txt)"; fi
# Ctrl-C ends a method at once.
awk 'BEGIN { n = 40; srand(1)
  print "$ ScenarioWizard 4.0\nlarge"
  for (i = 0; i < n; ++i) print "&D" i "\n -a\n -b\n -c"
  print "#\n#\n#\n#\n#"
  for (i = 0; i < 3 * n; ++i) {
    for (j = 0; j < 3 * n; ++j) printf "%s%d", j ? "," : "", int(i / 3) == int(j / 3) ? 0 : int(rand() * 7) - 3
    print ""
  }
  print "#" }' >large.scw
("$program" cib solve large.scw >out.txt 2>&1 & id=$!; sleep 1; kill -INT $id; wait $id; exit $?); got=$?
if [[ $got -eq 130 ]]; then pass; else fail "SIGINT: exit code $got instead of 130"; fi
echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
