#!/usr/bin/env bash
# Broken agendas in tests/broken-agendas and what `rashin agenda check` says about them: see broken_studies.sh.
#   tests/end_to_end/broken_agendas.sh RASHIN [--renew] [case…]
BROKEN_KIND=agenda exec "$(dirname "$0")/broken_studies.sh" "$@"
