#!/usr/bin/env bash
# What must not be in the tree: paths of a machine, hosts of package registries, files of the test data, unfinished work.
set -uo pipefail
cd "$(dirname "$0")/.."
passed=0 failed=0
absent() {
  local found
  found=$(git ls-files -z | grep -zvE '^(tests/words.sh|LICENSE)$' | xargs -0 grep -nIE "$2" 2>/dev/null | cut -c1-200 | head -n 5)
  if [[ -z $found ]]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "failed: $1"; echo "$found"; fi
}
absent "a path of a machine" '(^|[^A-Za-z0-9_./-])/(work|root|home/[a-z]+)/'
absent "the host of a package registry" 'registry\.npmjs|deb\.debian\.org|pypi\.org'
absent "unfinished by its own words" '\b(TODO|FIXME|XXX)\b'
absent "a merge conflict" '^(<<<<<<<|>>>>>>>) '
echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
