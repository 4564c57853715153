#!/usr/bin/env bash
# Broken assessments in tests/broken-assessments and what `rashin assessment check` says about them: see broken_studies.sh.
#   tests/end_to_end/broken_assessments.sh RASHIN [--renew] [case…]
BROKEN_KIND=assessment exec "$(dirname "$0")/broken_studies.sh" "$@"
