#!/usr/bin/env bash
# The documentation tells the truth: links and anchors lead somewhere, commands and options exist and run, what it names is in
# the code, and what the code reads is in the format's reference. Usage: tests/end_to_end/docs.sh RASHIN_BINARY
set -uo pipefail
rashin=$(realpath "${1:?usage: docs.sh RASHIN_BINARY}")
cd "$(dirname "$0")/../.."
root=$PWD
export LC_ALL=C.UTF-8
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "failed: $*"; }
mapfile -t pages < <(git ls-files '*.md')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

anchors() { # of the headings of a page, as code hosts make them
  grep -E '^#{1,6} ' "$1" | sed -E 's/^#+ +//; s/\[([^]]*)\]\([^)]*\)/\1/g' | tr 'A-Z' 'a-z' | sed -E 's/[^[:alnum:] _-]//g; s/ /-/g'
}
check_links() {
  local page link file anchor target
  for page in "${pages[@]}"; do
    while read -r link; do
      file=${link%%#*} anchor=
      [[ $link == *'#'* ]] && anchor=${link#*#}
      target=$page
      [[ -n $file ]] && target=$(dirname "$page")/$file
      if [[ ! -e $target ]]; then fail "$page: no file at $link"
      elif [[ -n $anchor && $target == *.md ]] && ! anchors "$target" | grep -qxF -- "$anchor"; then fail "$page: no heading for $link"
      else pass; fi
    done < <(grep -oE '\]\([^) ]+\)' "$page" | sed -E 's/^\]\(//; s/\)$//' | grep -vE '^[a-z]+:' | sort -u)
  done
}

# Every `rashin …` between backticks or at the start of a line: is it a command, and are its options known?
check_commands() {
  local page line words name help option
  for page in "${pages[@]}"; do
    while read -r line; do
      read -ra words <<<"${line%%  *}"
      [[ ${words[1]} == --* ]] && words=(rashin "" "${words[@]:1}")
      name=${words[1]}
      if [[ ${words[2]:-} == … ]]; then # a group of commands
        if "$rashin" --help --lang en | grep -q "^  rashin $name "; then pass; else fail "$page: no command in \"$line\""; fi
        continue
      fi
      help=$("$rashin" "$name" --help --lang en 2>&1)
      if [[ -n $name && ${help%%$'\n'*} != "rashin $name"* ]]; then
        name="${words[1]} ${words[2]:-}"
        help=$("$rashin" ${name} --help --lang en 2>&1)
        [[ ${help%%$'\n'*} == "rashin $name"[\ :]* ]] || { fail "$page: no command in \"$line\""; continue; }
      fi
      for option in "${words[@]}"; do
        [[ $option =~ ^\[?(--[a-z]+) ]] || continue
        option=${BASH_REMATCH[1]}
        [[ $option =~ ^--(help|lang|version)$ || $help == *"$option"* ]] || { fail "$page: no option $option in \"$line\""; continue 2; }
      done
      pass
    done < <({ grep -oE '`rashin [^`]+`' "$page" | tr -d '`'; grep -E '^rashin [a-z-]' "$page"; } | sort -u)
  done
}

# What stands in code blocks can be typed in as it is, from top to bottom.
run_blocks() {
  local page=$1 line command status
  rm -rf "$work/run"; mkdir -p "$work/run"; cd "$work/run" || exit 1
  cp -r "$work/out" out
  # A block whose fence names a file is that file.
  awk '/^```[a-z]+ [a-z.-]+$/ { file = $2; next } /^```/ { file = ""; next } file != "" { print > file }' "$root/$page"
  while read -r line; do
    command=$(sed -E 's/  .*$//' <<<"$line")
    status=0
    eval "set -- ${command#rashin }"
    "$rashin" "$@" >"$work/log" 2>&1 </dev/null || status=$?
    if [[ $status -eq 0 ]]; then pass; else fail "$page: exit code $status of $command"; tail -n 3 "$work/log"; fi
  done < <(awk '/^```/ { on = !on; next } on && /^rashin /' "$root/$page")
  cd "$root" || exit 1
}

# Names in backticks that must exist: registers, diagnostics of the guide.
check_names() {
  local page name
  for page in "${pages[@]}"; do
    while read -r name; do
      if [[ -f $name ]]; then pass; else fail "$page: there is no $name"; fi
    done < <(grep -oE '(^|[^./a-z-])registry/[a-z-]+\.(yaml|csv)' "$page" | grep -oE 'registry/.*' | sort -u)
  done
  for page in docs/guide.md docs/guide.ja.md; do
    while read -r name; do
      if grep -qF "{\"$name\"," src/core/messages_*.cpp; then pass; else fail "$page: no diagnostic is called $name"; fi
    done < <(grep -oE '^\| `[a-z-]+` ' "$page" | tr -d '|` ')
  done
}

# The reference holds what the code reads: every quantity with its meaning, every column, every key.
check_reference() {
  local page=$1 text key all code language wanted=en
  [[ $page == *.ja.md ]] && wanted=ja
  all=$(tr -d '\n' <"$page")
  code=$({ awk '/^```/ { on = !on; next } on' "$page"; grep -oE '`[^`]+`' "$page"; } | grep -oE '[A-Za-z0-9_.-]+' | sed -E 'p; s/\.[a-z]+$//' | sort -u)
  has() { if grep -qF -- "$1" <<<"$all"; then pass; else fail "$page: missing \"$1\""; fi; }
  has_word() { if grep -qxF -- "$1" <<<"$code"; then pass; else fail "$page: missing the word $1"; fi; }
  while IFS= read -r text; do
    if [[ -z $text ]]; then continue
    elif [[ $text =~ ^[a-z_]+$ ]]; then has_word "$text"
    elif [[ $text == *'|'* ]]; then for key in ${text//|/ }; do has_word "$key"; done
    else
      language=en
      LC_ALL=C grep -q '[^ -~]' <<<"$text" && language=ja
      [[ $language != $wanted ]] || has "$text"
    fi
  done < <(tr '\n' ' ' <src/supply/network_tables.cpp | sed -E 's/" +"//g; s/#include "[^"]*"//g' | grep -oE '"[^"]*"' | tr -d '"' | sort -u)
  while read -r key; do has_word "$key"; done < <(
    { grep -ohE '(required|optional)\("[a-z_0-9]+"' src/study/schemas.cpp src/format/schema.cpp | grep -oE '"[^"]+"'
      grep -ohE '\{"[a-z_0-9]+", *type::' src/evidence/source.cpp | grep -oE '"[^"]+"'
      sed -n '/^const std::vector<std::string>& quantity_columns/,/^}/p' src/evidence/quantity.cpp | grep -oE '"[a-z]+"'
      sed -n '/network_tables\|std::set<std::string> known/,/;/p' src/study/reader.cpp | grep -oE '"[a-z_/]+"' | sed -nE 's/network\/(.*)"/\1.csv"/p' 
    } | tr -d '"' | sort -u)
}

check_links
check_commands
check_names
check_reference docs/format.md
[[ -f docs/format.ja.md ]] && check_reference docs/format.ja.md
if "$rashin" study run studies/rare-earth-2010 --draws 16 --out "$work/out/rare-earth-2010" >"$work/log" 2>&1; then pass; else fail "rare-earth-2010 does not run"; cat "$work/log"; fi
for page in README.md docs/guide.md docs/guide.ja.md docs/guide-import-your-table.md docs/guide-import-your-table.ja.md; do run_blocks "$page"; done
echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
