#!/usr/bin/env bash
# Starts the workbench over an assessment, a study and two agendas and uses their rooms in the browser.
# Usage: tests/browser/rooms.sh RASHIN_BINARY [--shots DIR]
set -euo pipefail
source "$(dirname "$0")/serving.sh"
mkdir -p "$work/works/studies" "$work/works/assessments" "$work/works/agendas"
cp -r "$here/../../studies/rare-earth-2010" "$work/works/studies/"
cp -r "$here/../../assessments/space" "$work/works/assessments/"
for agenda in small wide; do "$rashin" agenda new "$work/works/agendas/$agenda" >/dev/null; done
sed -i 's|^runs: \[\]$|runs:\n  - {id: rare-earth-2010, run: rare-earth-2010, work: ../../studies/rare-earth-2010}\n  - {id: space, run: space, work: ../../assessments/space}|' \
  "$work/works/agendas/small/agenda.yaml"
cat >>"$work/works/agendas/small/agenda.yaml" <<'TASKS'
tasks:
  - {id: later, what: {ja: "後でよい仕事", en: "Can wait"}, who: "佐藤", due: 2999-12-31}
  - {id: overdue, what: {ja: "期限を過ぎた仕事", en: "Is overdue"}, who: "鈴木", due: 2020-01-31}
  - {id: settled, what: {ja: "済んだ仕事", en: "Is settled"}, done: true}
TASKS
"$node" "$here/generate_agenda.mjs" "$work/works/agendas/wide" "$work/out"
serve works
"$node" "$here/check_rooms.mjs" "$address" "$@"
