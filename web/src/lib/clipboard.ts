/** What spreadsheets put on the clipboard: lines of cells between tabs. A cell with a tab or a line end in it stands in
 *  quotes, its own quotes doubled; a cell that merely begins with a quote stands as it is. */
export function fromClipboard(text: string): string[][] {
  const all = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]*/y;
  const lines: string[][] = [[]];
  for (;;) {
    const found = cell.exec(all)!;
    const inner = found[1];
    lines.at(-1)!.push(inner !== undefined && /[\t\n]|""/.test(inner) ? inner.replaceAll('""', '"') : found[0]);
    const end = all[cell.lastIndex];
    if (end === undefined) return lines;
    if (end === '\n') lines.push([]);
    cell.lastIndex++;
  }
}
