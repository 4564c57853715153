#!/usr/bin/env bash
# Writes the golden pictures and pages anew. Read the difference before committing it. Usage: tests/renew-golden.sh [BUILD]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/dev}
ninja -C "$build" report_test >/dev/null
RASHIN_RENEW_GOLDEN=1 "$build/report_test" --gtest_filter='Golden.*' --gtest_brief=1
git diff --stat -- tests/golden
