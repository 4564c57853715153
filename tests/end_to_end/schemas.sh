#!/usr/bin/env bash
# docs/schemas: JSON Schemas of a study's YAML files, for editors. They are what the program reads by, whole in
# themselves, and know every name of the worked studies and the template.
#   tests/end_to_end/schemas.sh RASHIN [--renew]     --renew writes them anew.
set -uo pipefail
export LC_ALL=C.UTF-8
program=$(realpath "$1")
cd "$(dirname "$0")/../.." || exit 1
passed=0 failed=0
ok() { # what, command…
  local what=$1; shift
  if "$@" >/dev/null; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "failed: $what"; fi
}

mkdir -p docs/schemas
files=$("$program" schema) || { echo "failed: rashin schema"; exit 1; }
for file in $files; do
  schema=docs/schemas/${file%.yaml}.schema.json
  [[ ${2:-} == --renew ]] && "$program" schema "$file" >"$schema"
  ok "$schema is not what the program reads by; renew it with --renew" cmp "$schema" <("$program" schema "$file")
  ok "$schema names its draft and title" jq -e --arg title "$file" \
    '.["$schema"] == "https://json-schema.org/draft/2020-12/schema" and .title == $title and .type == "object"' "$schema"
  ok "$schema: every reference leads somewhere" jq -e \
    '. as $all | [.. | objects | .["$ref"]? // empty | ltrimstr("#/$defs/") | . as $name | $all["$defs"] | has($name)] | all' "$schema"
  ok "$schema: every required key is described" jq -e \
    '[.. | objects | select(has("properties") and has("required")) | .properties as $known | .required[] | . as $key | $known | has($key)] | all' "$schema"
  ok "$schema: every file says its version" jq -e '.required | index("schema") != null' "$schema"
done
ok "no other schema lies there" bash -c "diff <(ls docs/schemas/*.json) <(printf '%s\n' $(echo $files) | sed 's#\(.*\)\.yaml#docs/schemas/\1.schema.json#' | sort)"

# Keys of a YAML file without comments, quoted texts, the branches that probabilities and the technologies that scores are
# keyed by (names with a hyphen, which no key of the format has).
keys_of() {
  sed -E 's/(^| )#.*$//; s/"([^"\\]|\\.)*"/""/g; s/probabilities: *\{[^}]*\}/probabilities: 0/; s/[a-z0-9]+(-[a-z0-9]+)+: *//g' "$1" |
    grep -oE "(^|[-{,]) *[a-z][a-z0-9_]*:( |$)" | grep -oE '[a-z][a-z0-9_]*' | sort -u
}
for folder in studies/* assessments/* agendas/* registry/templates/*; do
  for file in $files; do
    [[ -f $folder/$file ]] || continue
    known=$(jq -r '[.. | objects | .properties? // empty | keys[]] | unique[]' "docs/schemas/${file%.yaml}.schema.json")
    strange=$(keys_of "$folder/$file" | grep -vxF "$known")
    ok "$folder/$file has names that its schema does not know: ${strange//$'\n'/ }" test -z "$strange"
  done
done
echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
