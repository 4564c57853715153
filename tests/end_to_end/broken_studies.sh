#!/usr/bin/env bash
# Broken studies and what `rashin study check` says about them, word for word in both languages. A case is a folder of
# tests/broken with the files that differ from tests/broken/base (which is sound), `absent` (files of the base to leave
# out), expected.en.txt, expected.ja.txt (standard error) and exit. Of every diagnostic the byte offsets of --json must
# lead to the line and column that are printed.
#   tests/end_to_end/broken_studies.sh RASHIN [--renew] [case…]     --renew writes what the program says: read it then.
set -uo pipefail
export LC_ALL=C.UTF-8
program=$(realpath "$1") && shift
renew=0
[[ ${1:-} == --renew ]] && renew=1 && shift
kind=${BROKEN_KIND:-study} folder=broken groups="study evidence format network core"
[[ $kind == assessment ]] && folder=broken-assessments groups=assessment
[[ $kind == agenda ]] && folder=broken-agendas groups=agenda
cd "$(dirname "$0")/../$folder" || exit 1
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "failed: $*"; }

assemble() { # case: the base with the case's files over it
  rm -rf "$work/study" "$work/registry" && cp -r base "$work/study"
  [[ $1 == base ]] || cp -r "$1/." "$work/study"
  [[ -f $1/absent ]] && (cd "$work/study" && xargs rm -f <absent)
  [[ -d $1/registry ]] && mv "$work/study/registry" "$work/registry"
  rm -f "$work/study"/{absent,exit,expected.*}
}

said() { # language: what the program says, its exit code in $code
  (cd "$work" && "$program" "$kind" check study --lang "$1" >"$work/out" 2>"$work/said.$1")
  code=$?
}

same_words() { # case
  local language
  for language in en ja; do
    said "$language"
    if [[ $renew -eq 1 ]]; then
      cp "$work/said.$language" "$1/expected.$language.txt" && echo "$code" >"$1/exit"
    elif ! diff -u "$1/expected.$language.txt" "$work/said.$language"; then
      fail "$1: says something else ($language)"; return 1
    elif [[ $code -ne $(cat "$1/exit") ]]; then
      fail "$1: exit code $code, not $(cat "$1/exit") ($language)"; return 1
    fi
  done
}

# The line and column of a byte, counted here anew: lines end with LF or CRLF, columns are code points, a BOM has none.
place_of_byte() { # file byte -> $place
  local before last
  before=$(head -c "$2" "$1" | sed '1s/^\xef\xbb\xbf//' | tr -d '\r'; echo .)
  last=${before##*$'\n'}
  place="$(printf %s "$before" | tr -cd '\n' | wc -c | awk '{ print $1 + 1 }'):${#last}"
}

same_places() { # case: every diagnostic's byte offsets, but of files that are not UTF-8
  local file line column begin end size
  (cd "$work" && "$program" "$kind" check study --json >"$work/json" 2>"$work/said.json")
  jq -e 'type == "array"' "$work/json" >"$work/out" || { fail "$1: --json is not JSON"; return 1; }
  [[ $(jq length "$work/json") -eq $(wc -l <"$work/said.en") ]] || { fail "$1: --json has other diagnostics"; return 1; }
  while IFS=$'\t' read -r file line column begin end; do
    [[ $line -gt 0 && -f $work/study/$file ]] && iconv -f UTF-8 -t UTF-8 "$work/study/$file" >"$work/out" 2>&1 || continue
    place_of_byte "$work/study/$file" "$begin"
    size=$(wc -c <"$work/study/$file")
    [[ $place == "$line:$column" && $begin -le $end && $end -le $size ]] ||
      { fail "$1: bytes $begin to $end of $file are not at $line:$column but at $place"; return 1; }
  done < <(jq -r '.[:40][] | [.file, .line, .column, .begin_byte, .end_byte] | @tsv' "$work/json")
}

# A message may be warned of or noted, but what is broken says so: at least one diagnostic a case, none for the base.
for case in ${*:-*/}; do
  case=${case%/}
  assemble "$case"
  same_words "$case" && same_places "$case" || continue
  [[ $case == base || -s $case/expected.en.txt ]] || { fail "$case: nothing is found"; continue; }
  pass
done

# Every message that a study can bring about is shown by some case; the others are listed with their reason.
every_message_is_shown() {
  local sources
  # shellcheck disable=SC2086
  sources=$(printf '../../src/core/messages_%s.cpp ' $groups)
  # shellcheck disable=SC2086
  diff <(grep -ohE '^ +\{"[a-z0-9-]+",' $sources | tr -d ' {",' | sort -u |
    comm -23 - <(cat */expected.en.txt | grep -oE '^[^ ]*( \[.*\])?: [a-z0-9-]+: ' | sed -E 's/: $//; s/.*: //' | sort -u)) \
    <(cut -d' ' -f1 not-shown.txt | sort)
}
if [[ $# -eq 0 ]]; then
  [[ -s base/expected.en.txt ]] && fail "base: it must be sound"
  if every_message_is_shown; then pass; else fail "messages without a case (<), or shown though listed in not-shown.txt (>)"; fi
fi
echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
