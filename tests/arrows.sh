#!/usr/bin/env bash
# No forbidden arrow between rooms: every #include "room/…" in src/ must be allowed by cmake/rooms.cmake, analyses never
# include each other, heavy or outside headers stay out of room headers, and pure rooms touch no file, socket or clock.
set -uo pipefail
cd "$(dirname "$0")/.."
passed=0 failed=0
check() { if [[ -z $2 ]]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "failed: $1"; echo "$2"; fi; }

declare -A allowed
while read -r room deps; do
  closure=" $room "
  for dep in $deps; do closure+="${allowed[$dep]:-} $dep "; done
  allowed[$room]=$closure
done < <(tr '\n' ' ' <cmake/rooms.cmake | grep -oE 'rashin_room\([^)]*\)' | sed -E 's/rashin_room\(//; s/LIBRARIES.*//; s/\)//; s/DEPENDS|WORDS//g')

analyses="supply pathway policy need balance horizon panel partner watch"
edges="store handover net server cli cluster"
for dir in src/*/; do
  room=$(basename "$dir")
  check "the room $room is not in cmake/rooms.cmake" "$([[ -n ${allowed[$room]:-} ]] || echo "$room")"
  bad=$(grep -nHoE '#include "[a-z_]+/' "$dir"*.h "$dir"*.cpp 2>/dev/null | while IFS=: read -r file line include; do
    target=$(sed -E 's/.*"([a-z_]+)\//\1/' <<<"$include")
    [[ " ${allowed[$room]:-} " == *" $target "* ]] || echo "  $file:$line includes $target/"
  done)
  check "forbidden arrow from $room" "$bad"
  if [[ " $analyses " == *" $room "* ]]; then
    for other in $analyses; do
      [[ $other == "$room" ]] && continue
      check "analyses include each other: $room -> $other" "$([[ " ${allowed[$room]:-} " == *" $other "* ]] && echo "  in cmake/rooms.cmake")"
    done
  fi
  if [[ " $edges " != *" $room "* ]]; then
    bad=$(grep -nHE '#include <(fstream|filesystem|sys/socket|unistd|random)|system_clock::now|steady_clock::now|std::(cout|cerr)|\bstd::exit|\bfopen\(' "$dir"*.h "$dir"*.cpp 2>/dev/null | grep -v '_test.cpp:')
    check "the pure room $room touches the outside" "$bad"
  fi
  bad=$(grep -nHE '#include <(boost|Eigen|nlohmann|yaml|archive|pugixml|xlsxwriter|unicode|Random123|sodium|cblas|lapacke)' "$dir"*.h 2>/dev/null)
  check "a heavy header in a header of $room" "$bad"
done
echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
