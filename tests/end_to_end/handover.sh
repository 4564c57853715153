#!/usr/bin/env bash
# A run handed over as files that others read and edit: every format in both languages, equal bytes twice, what is missing
# said; tables through a spreadsheet and back. With RASHIN_LONG=1 and LibreOffice, every worked study is opened there too.
#   tests/end_to_end/handover.sh RASHIN
set -uo pipefail
program=$(realpath "$1")
root=$(realpath "$(dirname "$0")/../..")
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
passed=0 failed=0

ok() { # what, command…: it must succeed
  local what=$1; shift
  if "$@" >ok.out 2>&1; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "failed: $what"; head -n 5 ok.out; fi
}
says() { # code "what it must say" words…: runs rashin
  local code=$1 expected=$2 status=0; shift 2
  PATH=${tools:-$PATH} "$program" "$@" >out.txt 2>err.txt </dev/null || status=$?
  ok "rashin $*: exit $status, not $code" test "$status" -eq "$code"
  ok "rashin $*: does not say /$expected/" grep -qE -- "$expected" out.txt err.txt
}
unzip_part() { bsdtar -xOf "$1" "$2" 2>/dev/null || python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))' "$1" "$2"; }

says 0 'made' study new made
says 0 'Done' study run made --draws 40 --out run
for format in docx pptx pdf; do
  for lang in ja en; do
    says 0 "made.$lang.$format" report run --format $format --lang $lang
    says 0 again report run --format $format --lang $lang --out "again.$lang.$format"
    ok "$format ($lang): equal runs give equal bytes" cmp "made.$lang.$format" "again.$lang.$format"
  done
done
says 0 'made.xlsx' report run --format xlsx
ok "standard output takes a file too" bash -c '"$0" report run --format xlsx --out - | cmp - made.xlsx' "$program"
ok "the page is as the run wrote it" bash -c '"$0" report run --lang ja | cmp - run/report.ja.html' "$program"
for lang in ja en; do
  ok "pdf ($lang): A4" grep -q '^Page size:.*A4' <(pdfinfo "made.$lang.pdf")
  ok "pdf ($lang): the date is the study's" grep -q "CreationDate: .*$(sed -nE 's/^as_of: *"?([0-9]{4}).*/\1/p' made/study.yaml)" <(pdfinfo "made.$lang.pdf")
  ok "docx ($lang): the language is told" grep -q . <(unzip_part "made.$lang.docx" docProps/core.xml | grep -o "<dc:language>$lang-")
  ok "docx ($lang): well formed" bash -c 'unzip_part() { bsdtar -xOf "$1" "$2" 2>/dev/null || python3 -c "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))" "$1" "$2"; }; unzip_part "$0" word/document.xml | xmllint --noout -' "made.$lang.docx"
done
ok "pdf: Japanese text is text" grep -q 概要版 <(pdftotext made.ja.pdf -)

# An agenda, from what its run keeps of the runs below it: those may be gone.
says 0 'agenda' agenda new list
sed -i 's|^runs: \[\]$|runs:\n  - {id: made, run: ../run}|' list/agenda.yaml
says 0 'Done' agenda run list --out agenda
mv run gone
for format in docx pptx pdf; do
  for lang in ja en; do says 0 "list.$lang.$format" report agenda --format $format --lang $lang; done
done
ok "agenda: the document names the study's technologies" grep -q "Fast qualification of materials" <(unzip_part list.en.docx word/document.xml)
rm agenda/inputs/runs/made/results/needs.csv
says 2 'agenda-run-without-draws' report agenda --format docx
mv gone run

# What is missing is said, with how to mend it.
says 2 'usage-choice: .*"odt"' report run --format odt
says 2 'not-a-run' report made --format docx
mkdir tools && ln -s "$(command -v bash)" tools/bash
tools=$work/tools says 2 'picture-tool-missing: .*librsvg2-bin' report run --format docx
tools=$work/tools says 2 'browser-missing: .*chromium' report run --format pdf
printf '#!/bin/bash\necho sorry >&2\nexit 1\n' >tools/rsvg-convert && chmod +x tools/rsvg-convert
tools=$work/tools says 2 'picture-failed: .*sorry' report run --format docx
ok "nothing is left behind" test -z "$(find . -name '.*partial*')"

# Tables through a spreadsheet and back.
says 0 'made.tables.xlsx' table export made
cp -r made before
says 0 'Nothing differs' table import made.tables.xlsx made --apply
says 0 'Nothing differs' table import made.xlsx made --apply
ok "a round trip changes no byte" diff -r before made
cp -r made other
sed -i '2s/^\([^,]*\),/\1x,/' other/network/items.csv
says 0 'made|other' table export other --out other.xlsx
says 2 'import-breaks-study' table import other.xlsx made --apply
ok "what would break the study is shown" grep -qE 'network/items.csv:2 .* -> .*x' out.txt
ok "and not written" diff -r before made
row=$(sed -n 2p made/network/stocks.csv)
number=$(cut -d, -f"$(head -1 made/network/stocks.csv | tr ',' '\n' | grep -nx value | cut -d: -f1)" <<<"$row")
rm -r other && cp -r made other
sed -i "2s/,$number,/,$((number - 1)),/" other/network/stocks.csv
says 0 Written table export other --out other.xlsx
says 0 "network/stocks.csv:2 \[value\] $number -> $((number - 1))" table import other.xlsx made
ok "a preview writes nothing" diff -r before made
says 0 'Files written: 1' table import other.xlsx made --apply
ok "an import writes what the other file holds" diff -r other made

# LibreOffice opens each worked study's files and prints them (only in the long form: 300 MB of packages).
if [[ ${RASHIN_LONG:-0} == 1 ]] && command -v soffice >/dev/null; then
  for study in "$root"/studies/*/study.yaml; do
    id=$(basename "$(dirname "$study")")
    says 0 Done study run "$(dirname "$study")" --draws 64 --out "long-$id"
    for lang in ja en; do
      for format in docx pptx; do
        says 0 "$id.$lang.$format" report "long-$id" --format $format --lang $lang
        ok "$id.$lang.$format opens in LibreOffice" timeout 300 soffice "-env:UserInstallation=file://$work/office" --headless --convert-to pdf --outdir "office-$format" "$id.$lang.$format"
        ok "$id.$lang.$format has pages" grep -qE '^Pages: +([5-9]|[0-9]{2,})$' <(pdfinfo "office-$format/$id.$lang.pdf")
        ok "$id.$lang.$format: every face is embedded" test -z "$(pdffonts "office-$format/$id.$lang.pdf" | awk 'NR > 2 && $(NF-4) != "yes"')"
      done
    done
  done
fi
echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
