// The cross-impact matrix of the template: move by keyboard, see everybody, edit one person's number, take it back.
// Usage: node check_matrix.mjs RASHIN FOLDER [--shots DIR]: FOLDER is empty and may be written to.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './launch.mjs';
import { axeFaults, expect, opened, served, sideways, summary, widths } from './workbench_page.mjs';

const [rashin, folder] = process.argv.slice(2);
const shotsAt = process.argv.indexOf('--shots');
const shots = shotsAt > 0 ? process.argv[shotsAt + 1] : '';
if (shots) mkdirSync(shots, { recursive: true });
const study = 'panel';
execFileSync(rashin, ['study', 'new', join(folder, study)]);
const file = join(folder, study, 'cross_impacts.csv');
const bytes = () => readFileSync(file, 'utf8');

const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-at'));
const scenarios = (page) => page.evaluate(() => [...document.querySelectorAll('[data-scenario]')].map((card) => card.getAttribute('data-scenario')).join(' '));
const same = (what, got, wanted) => expect(what, got === wanted ? [] : [`${got} for ${wanted}`]);

async function journey(browser, address, language) {
  const { context, page, noise } = await opened(address, browser, 'desktop', language);
  await page.goto(`${new URL(address).origin}/works/${study}/pathways`);
  await page.waitForSelector('.impacts button');
  const before = bytes(), first = await scenarios(page);
  same(`${language}: the combinations of all judges`, first, 's1-1-1-1 s2-2-2-2');
  same(`${language}: disputed cells are marked`, String(await page.locator('[data-grid=first] .mark').count()), '8');
  await page.focus('[data-at="1-2"]'); // arrows step over the blocks of a descriptor on itself
  for (const [key, at] of [['ArrowRight', '1-3'], ['ArrowRight', '1-4'], ['ArrowUp', '0-4'], ['ArrowDown', '1-4'], ['ArrowDown', '5-4'], ['ArrowUp', '1-4']]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
    same(`${language}: ${key}`, await focused(page), at);
  }
  same(`${language}: three people side by side`, String(await page.locator('.judges input').count()), '3');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.judges input:focus');
  await page.keyboard.type('3'); // the first person, 0 before: now the long stop is consistent, the squeeze is not
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-scenario="s2-3-2-2"]');
  same(`${language}: the focus is back in the grid`, await focused(page), '1-4');
  same(`${language}: one combination has changed`, await scenarios(page), 's1-1-1-1 s2-3-2-2');
  const row = before.split('\n').findIndex((line) => line.startsWith('aim.turn,stop.full,example,'));
  const wanted = before.split('\n').map((line, i) => (i === row ? line.replace('example,0,', 'example,3,') : line)).join('\n');
  expect(`${language}: only that value of the file has changed`, bytes() === wanted ? [] : ['other bytes differ']);
  await page.keyboard.press('Control+z');
  await page.waitForSelector('[data-scenario="s2-2-2-2"]');
  same(`${language}: undo gives the same bytes`, String(bytes() === before), 'true');
  await page.locator('.pick select').nth(1).selectOption('1');
  await page.waitForSelector('[data-grid=second] button');
  same(`${language}: one person's matrix beside it`, (await page.textContent('[data-grid=second] [data-at="1-4"]')).replace('≠', ''), '+2');
  expect(`${language} matrix: accessible (axe)`, await axeFaults(page));
  expect(`${language} matrix: silent`, noise.filter((n) => !n.includes('404')));
  await context.close();
}

/** Judgements that contradict each other: no combination is left. The page says so, and whose results it shows. */
async function contradiction(browser, address, language, words) {
  const { context, page } = await opened(address, browser, 'desktop', language);
  const before = bytes();
  const states = { 'aim.bargain>stop.short': 3, 'aim.turn>stop.squeeze': 3, 'stop.short>aim.turn': 3, 'stop.squeeze>aim.bargain': 3, 'stop.full>aim.bargain': 3 };
  const lines = before.split('\n').map((line) => {
    const cells = line.split(',');
    if (cells.length < 4 || cells[0] === 'from') return line;
    const between = new Set([cells[0].split('.')[0], cells[1].split('.')[0]]);
    cells[3] = between.has('aim') && between.has('stop') ? String(states[`${cells[0]}>${cells[1]}`] ?? -3) : '0';
    return cells.join(',');
  });
  await page.goto(`${new URL(address).origin}/works/${study}/pathways`);
  await page.waitForSelector('.impacts button');
  writeFileSync(file, lines.join('\n'));
  await page.reload();
  await page.waitForSelector('[data-fault]');
  expect(`${language}: without any combination the page says what to do`, (await page.textContent('main')).includes(words) ? [] : ['no word of it']);
  expect(`${language}: such a work cannot be run`, (await page.isDisabled('button.primary')) ? [] : ['it can']);
  expect(`${language} contradiction: accessible (axe)`, await axeFaults(page));
  writeFileSync(file, before);
  await page.reload();
  await page.waitForSelector('.impacts button');
  expect(`${language}: once mended, it is read again`, (await page.$('[data-fault]')) ? ['still marked'] : []);
  await context.close();
}

async function look(browser, address, size, language) {
  const { context, page } = await opened(address, browser, size, language, language === 'ja' ? 'dark' : 'light');
  await page.goto(`${new URL(address).origin}/works/${study}/pathways`);
  await page.waitForSelector('.impacts button');
  expect(`${size} ${language} matrix: accessible (axe)`, await axeFaults(page));
  expect(`${size} ${language} matrix: no sideways scrolling`, await sideways(page));
  if (shots) await page.screenshot({ path: join(shots, `matrix-${size}-${language}.png`), fullPage: true });
  await context.close();
}

const server = await served(spawn, rashin, folder, join(folder, '../out-matrix'));
const { browser, close } = await launch();
try {
  for (const language of ['ja', 'en']) await journey(browser, server.address, language);
  await contradiction(browser, server.address, 'ja', '整合的なシナリオがありません');
  await contradiction(browser, server.address, 'en', 'No scenario of');
  for (const size of Object.keys(widths)) for (const language of ['ja', 'en']) await look(browser, server.address, size, language);
} finally {
  await close();
  await server.stop();
}
summary();
