#!/usr/bin/env bash
# Counts of this assessment anew from the imported tables, against dossiers.csv and curves.csv: same numbers, or it says which
# differ. Needs the UCS Satellite Database of 1 May 2023 (CSV) and J. McDowell's launch log (CSV).
#   assessments/space/recount.sh UCS.csv LAUNCHLOG.csv
# An owner counts if "Country of Operator/Owner" is exactly USA, Japan, China or Russia: satellites of several countries count for none.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
for tool in awk cmp sort; do command -v $tool >/dev/null || { echo "needs $tool"; exit 2; }; done

split='function cells(line, f,   n, i, c, q, s) { n = 1; q = 0; s = ""; delete f
  for (i = 1; i <= length(line); ++i) { c = substr(line, i, 1)
    if (c == "\"") q = !q; else if (c == "," && !q) { f[n++] = s; s = "" } else s = s c }
  f[n] = s; return n }
function trim(s) { gsub(/^[ \t\r]+|[ \t\r]+$/, "", s); return s }'

awk "$split"'
BEGIN { code["USA"] = "USA"; code["Japan"] = "JPN"; code["China"] = "CHN"; code["Russia"] = "RUS"
  word["observation"] = "Earth Observation"; word["navigation"] = "Navigation"; word["communication"] = "Communications"; word["programme"] = "" }
NR > 1 { cells($0, f); owner = trim(f[4]); if (!(owner in code)) next
  who = code[owner]
  purpose = f[7]; year = f[20]; sub(/^.*\//, "", year); year = trim(year) + 0
  for (t in word) if (t == "programme" || index(purpose, word[t])) {
    ++count[t "," who ",satellites"]
    if (year >= 2018 && year <= 2022) ++count[t "," who ",launched-2018-2022"]
    if (index(f[6], "Military")) ++count[t "," who ",military-users"]
    if (t == "observation" && year >= 1900) ++launched[who, year] } }
END { for (t in word) for (w in code) { c = code[w]
    for (a = 1; a <= 3; ++a) { k = t "," c "," (a == 1 ? "satellites" : a == 2 ? "launched-2018-2022" : "military-users"); print k "," (count[k] + 0) } }
  for (y = 1970; y <= 2022; ++y) { us += launched["USA", y]; cn += launched["CHN", y]
    if (y >= 2010) { print "earth-observers,leader," y "," us; print "earth-observers,follower," y "," cn } } }' "$1" >"$work/counts"

awk "$split"'
BEGIN { code["USA"] = "USA"; code["Japan"] = "JPN"; code["China"] = "CHN"; code["Russia"] = "RUS" }
NR > 1 { cells($0, f); n = split(f[3], part, ","); where = trim(part[n]); year = substr(f[1], 1, 4) + 0
  if (where in code && f[7] == "S" && year >= 2010 && year <= 2014) ++count[code[where]] }
END { for (w in code) print "launch," code[w] ",launches-2010-2014," (count[code[w]] + 0) }' "$2" >>"$work/counts"

{ awk "$split"'NR > 1 { cells($0, f); if (f[6] ~ /^[0-9]+$/ && f[3] ~ /^(satellites|launched-|military-|launches-)/) print f[1] "," f[2] "," f[3] "," f[6] }' "$here/dossiers.csv"
  awk "$split"'NR > 1 { cells($0, f); print f[1] "," f[2] "," f[3] "," f[4] }' "$here/curves.csv"; } | sort >"$work/printed"
sort "$work/counts" >"$work/counted"
if cmp -s "$work/counted" "$work/printed"; then echo "$(wc -l <"$work/counted") counts, all equal"; else
  diff "$work/counted" "$work/printed" | sed 's/^</counted /; s/^>/printed /; /^[0-9-]/d'; exit 1; fi
