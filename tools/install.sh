#!/usr/bin/env bash
# Installs the Debian packages of the named sections of packages.txt that are missing. Usage: tools/install.sh demo [check]
# Quiet; never removes or upgrades anything; says what it cannot install and why.
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=()
for section in "$@"; do
  while read -r name; do
    wanted+=("$name")
  done < <(awk -v want="[$section]" '/^\[/ { on = ($1 == want); next } on && NF && !/^#/ { print $1 }' packages.txt)
done

missing=()
for name in "${wanted[@]}"; do
  # A node from elsewhere brings its own npm, and Debian's npm cannot sit beside it.
  if [[ $name == npm || $name == nodejs ]] && command -v "${name/nodejs/node}" >/dev/null; then continue; fi
  dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

as_root=()
if [[ $(id -u) -ne 0 ]]; then
  command -v sudo >/dev/null || { echo "These packages are missing and neither root nor sudo is at hand: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing ${#missing[@]} packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends --no-remove "${missing[@]}" >"$log" 2>&1; }
install || { "${as_root[@]}" apt-get update -q >>"$log" 2>&1 && install; } || { tail -n 20 "$log" >&2; echo "Installing failed; see above." >&2; exit 1; }
