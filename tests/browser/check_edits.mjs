// Edits by real key presses with bursts of undo, and the import of an edited workbook, against the bytes on the disk.
// Usage: node check_edits.mjs RASHIN FOLDER [EDITS]: FOLDER is empty and may be written to.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './launch.mjs';
import { axeFaults, expect, opened, served, summary } from './workbench_page.mjs';

const [rashin, folder, wanted] = process.argv.slice(2);
const edits = Number(wanted ?? 250);
const bursts = Math.max(4, Math.round((16 * edits) / 1000));
const study = 'macro';
execFileSync(rashin, ['study', 'new', join(folder, study)]);
const file = join(folder, study, 'network/supply.csv');
const bytes = () => readFileSync(file, 'utf8');

/** The bytes with one cell of the column `value` replaced: these lines hold no quoted cell before it. */
function withValue(text, row, column, value) {
  const lines = text.split('\n');
  const cells = lines[row + 1].split(',');
  cells[column] = value;
  lines[row + 1] = cells.join(',');
  return lines.join('\n');
}
async function settled(page, text) {
  for (let i = 0; i < 600 && bytes() !== text; i++) await page.waitForTimeout(50);
  return bytes() === text ? [] : [`the file differs: ${bytes().length} bytes for ${text.length}`];
}

async function macro(page, base) {
  await page.goto(`${base}/works/${study}/network?table=network%2Fsupply.csv`);
  await page.waitForSelector('.sheet th');
  const column = bytes().split('\n')[0].split(',').indexOf('value');
  const rows = 4;
  const states = [bytes()];
  const begin = Date.now();
  let at = 0;
  await page.waitForSelector(`[data-at="0-${column}"]`);
  await page.focus(`[data-at="0-${column}"]`);
  for (let i = 0; i < edits; i++) {
    const value = String(100 + i) + '.' + (1 + (i % 9));
    await page.keyboard.type(value); // typing on a cell begins anew
    await page.keyboard.press('Enter');
    states.push(withValue(states.at(-1), at, column, value));
    const next = (at + 1) % rows;
    for (let k = 0; k < Math.abs(next - at); k++) await page.keyboard.press(next > at ? 'ArrowDown' : 'ArrowUp');
    at = next;
    if (i % Math.floor(edits / bursts) !== Math.floor(edits / bursts) - 1) continue;
    const back = 1 + (i % 17);
    for (let k = 0; k < back && states.length > 1; k++) {
      await page.keyboard.press('Control+z');
      states.pop();
    }
    expect(`after ${i + 1} edits and a burst of ${back} undos: the bytes are those expected`, await settled(page, states.at(-1)));
    await page.waitForFunction(([cell, text]) => document.querySelector(cell)?.textContent === text, [`[data-at="0-${column}"]`, states.at(-1).split('\n')[1].split(',')[column]]);
    await page.focus(`[data-at="${at}-${column}"]`);
  }
  expect(`${edits} edits by key presses: the file is as expected`, await settled(page, states.at(-1)));
  console.log(`${edits} edits with ${bursts} bursts of undo took ${Date.now() - begin} ms`);
}

/** A block copied from a spreadsheet: one edit, rows added below, one undo; a block that does not fit changes nothing. */
async function pastes(page, base) {
  await page.goto(`${base}/works/${study}/network?table=network%2Fsupply.csv`);
  const before = bytes();
  const column = before.split('\n')[0].split(',').indexOf('value');
  const rows = before.trimEnd().split('\n').length - 1;
  const paste = async (row, at, text) => {
    await page.waitForSelector(`[data-at="${row}-${at}"]`);
    await page.focus(`[data-at="${row}-${at}"]`);
    await page.evaluate((copied) => {
      const data = new DataTransfer();
      data.setData('text/plain', copied);
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
  };
  await paste(rows - 1, column, '77\r\n88\r\n');
  const added = Array(before.split('\n')[0].split(',').length).fill('');
  added[column] = '88';
  const expected = withValue(before, rows - 1, column, '77').trimEnd() + `\n${added.join(',')}\n`;
  expect('a pasted block replaces cells and adds a row', await settled(page, expected));
  await page.waitForSelector(`[data-at="${rows}-${column}"]`);
  await page.keyboard.press('Control+z');
  expect('a pasted block is taken back in one step', await settled(page, before));
  await page.waitForSelector(`[data-at="${rows}-${column}"]`, { state: 'detached' });
  await paste(0, added.length - 1, 'a\tb');
  await page.waitForFunction(() => /Paste further left/.test(document.body.textContent));
  expect('a block that is too wide changes nothing', bytes() === before ? [] : ['written']);
}

/** A workbook fetched, edited as a spreadsheet would, looked at, imported, taken back; and one with faults. */
async function imports(page, base, language) {
  await page.goto(`${base}/works/${study}/import`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href$="tables.xlsx"]')]);
  const untouched = join(folder, 'untouched.xlsx'), edited = join(folder, 'edited.xlsx');
  await download.saveAs(untouched);
  await page.setInputFiles('input[type=file]', untouched);
  await page.waitForSelector('[data-nothing]'); // out and back loses nothing
  const before = bytes();
  // The program itself writes the edited workbook, from files that were changed.
  const changed = before.replace('XXB,XXB,no,supply,', 'XXB,XXB,no,supply,1').replace(/\n$/, '\nmaterial-m,XXC,XXC,no,supply,50,,,,t/year,2025,,example,\n');
  writeFileSync(file, changed);
  execFileSync(rashin, ['table', 'export', join(folder, study), '--out', edited]);
  writeFileSync(file, before);
  await page.setInputFiles('input[type=file]', edited);
  await page.waitForSelector('[data-apply]');
  const shown = await page.textContent('main');
  expect(`${language} import: the preview names the cell and the new row`, shown.includes('supply.csv') && shown.includes('XXC') ? [] : [shown.slice(0, 400)]);
  expect(`${language} import: accessible (axe)`, await axeFaults(page));
  expect(`${language} import: nothing is written before it is asked for`, bytes() === before ? [] : ['written']);
  await page.click('[data-apply]');
  expect(`${language} import: applied to the byte`, await settled(page, changed));
  await page.waitForFunction(() => !document.querySelector('[data-apply]'));
  await page.keyboard.press('Control+z');
  expect(`${language} import: taken back as one edit`, await settled(page, before));
  writeFileSync(file, before.replace('XXB,XXB,no,supply,', 'XXB,XXB,no,supply,abc'));
  execFileSync(rashin, ['table', 'export', join(folder, study), '--out', edited]);
  writeFileSync(file, before);
  await page.setInputFiles('input[type=file]', []);
  await page.setInputFiles('input[type=file]', edited);
  await page.waitForSelector('td code');
  const place = await page.textContent('td code');
  expect(`${language} import: a fault has its place`, /supply\.csv:\d+:\d+/.test(place) ? [] : [place]);
  expect(`${language} import: what is faulty is not written`, bytes() === before && !(await page.$('[data-apply]')) ? [] : ['can be applied']);
}

const { address, stop } = await served(spawn, rashin, folder, join(folder, 'out'));
const { browser, close } = await launch();
try {
  for (const language of ['en', 'ja']) {
    const { context, page, noise } = await opened(address, browser, 'desktop', language);
    if (language === 'en') await macro(page, new URL(address).origin);
    if (language === 'en') await pastes(page, new URL(address).origin);
    await imports(page, new URL(address).origin, language);
    expect(`${language}: silent`, noise.filter((n) => !/40\d|42\d/.test(n)));
    await context.close();
  }
} finally {
  await close();
  await stop();
}
summary();
