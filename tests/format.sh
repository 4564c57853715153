#!/usr/bin/env bash
# Every C++ file is as clang-format would write it.
set -uo pipefail
cd "$(dirname "$0")/.."
bad=$(git ls-files -z -- '*.h' '*.cpp' | xargs -0 -r clang-format-14 --dry-run -Werror 2>&1 | grep -oE '^[^:]+\.(h|cpp)' | sort -u)
if [[ -n $bad ]]; then echo "failed: not formatted:"; echo "$bad"; echo "0 passed, 1 failed"; exit 1; fi
echo "1 passed, 0 failed"
