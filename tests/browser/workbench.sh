#!/usr/bin/env bash
# Starts the workbench over a copy of a worked study and uses it in the browser. Usage: tests/browser/workbench.sh RASHIN_BINARY [--shots DIR]
# With --pictures it walks docs/first-study.md instead and renews its pictures.
set -euo pipefail
source "$(dirname "$0")/serving.sh"
mkdir -p "$work/studies" && cp -r "$here/../../studies/rare-earth-2010" "$work/studies/"
[[ ${1:-} == --pictures ]] || cp -r "$here/../../studies/hormuz-closure" "$work/studies/" # for its map
serve studies

# The first load must stay small: 250 kB gzip.
size=$(cat "$here"/../../web/dist/index.html "$here"/../../web/dist/assets/* | gzip -9 | wc -c)
echo "first load: $size bytes gzip (bar: 256000)"
[[ $size -le 256000 ]]
if [[ ${1:-} == --pictures ]]; then
  "$node" "$here/first_study.mjs" "$address" rare-earth-2010 "$here/../../docs/pictures"
  exit
fi
status=0
"$node" "$here/check_workbench.mjs" "$address" rare-earth-2010 "$@" || status=1
mkdir "$work/edits" "$work/speed" "$work/matrix"
"$node" "$here/check_matrix.mjs" "$rashin" "$work/matrix" "$@" || status=1
"$node" "$here/check_edits.mjs" "$rashin" "$work/edits" $([[ ${RASHIN_LONG:-0} == 1 ]] && echo 1000 || echo 100) || status=1
"$node" "$here/check_speed.mjs" "$rashin" "$work/speed" || status=1
exit $status
