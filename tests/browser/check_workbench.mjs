// Uses the workbench as its users do, in a real browser. Usage: node check_workbench.mjs ADDRESS WORK [--shots DIR]
// ADDRESS: what `rashin serve` printed, over a folder that may be changed. Prints each failure and "N passed, N failed".
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './launch.mjs';
import { axeFaults, expect, opened as openedAt, patience, sideways, summary, widths } from './workbench_page.mjs';

const [address, work] = process.argv.slice(2);
const shotsAt = process.argv.indexOf('--shots');
const shots = shotsAt > 0 ? process.argv[shotsAt + 1] : '';
if (shots) mkdirSync(shots, { recursive: true });
const base = new URL(address).origin;
const pages = ['network', 'pathways', 'costs', 'options', 'technologies', 'values', 'trace', 'compare', 'report', 'import', 'problems'];
const opened = (browser, size, language, scheme) => openedAt(address, browser, size, language, scheme);

/** Every page: accessible, whole, silent. */
async function lookAround(browser, size, language, scheme) {
  const { context, page, noise } = await opened(browser, size, language, scheme);
  const name = `${size} ${language} ${scheme}`;
  expect(`${name} home: accessible (axe)`, await axeFaults(page));
  if (shots) await page.screenshot({ path: join(shots, `home-${size}-${language}.png`), fullPage: true });
  for (const view of pages) {
    await page.goto(`${base}/works/${work}/${view}`);
    await page.waitForSelector('.tabs [aria-current=page]');
    await page.waitForLoadState('networkidle');
    expect(`${name} ${view}: accessible (axe)`, await axeFaults(page));
    expect(`${name} ${view}: no sideways scrolling`, await sideways(page));
    if (shots) await page.screenshot({ path: join(shots, `${view}-${size}-${language}.png`) });
  }
  expect(`${name}: silent, nothing fetched from elsewhere`, noise.filter((n) => !n.includes('404')));
  await context.close();
}

const table = (page, path) => page.evaluate(async ([id, file]) => (await (await fetch(`/api/works/${id}/table?path=${encodeURIComponent(file)}`)).json()).rows, [work, path]);
const started = (page) => page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/runs'));
/** Waits until no run is under way, so that what is shown next comes from the next edit. */
const settled = (page) => page.waitForSelector('.bar progress', { state: 'detached', timeout: 4 * patience });

/** Changes a cell with the keyboard alone and goes to `view` at once; the time of the key that ended the edit. */
async function typeOver(page, file, row, wanted, text, view) {
  await page.goto(`${base}/works/${work}/network?table=${encodeURIComponent(file)}`);
  await page.waitForSelector('.sheet th');
  await settled(page);
  const column = await page.evaluate((name) => [...document.querySelectorAll('.sheet th')].findIndex((th) => th.textContent === name), wanted);
  await page.waitForSelector(`[data-at="${row}-${column}"]`);
  await page.focus(`[data-at="${row}-${column - 1}"]`);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((at) => document.activeElement?.getAttribute('data-at') === at, `${row}-${column}`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.sheet input:focus');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  const begin = Date.now();
  await page.keyboard.press('Enter');
  await page.click(`.tabs a[href$="/${view}"]`);
  return { begin, column };
}

/** Milliseconds from `begin` to each stage that the page marks; the marks come in their order. */
async function stages(page, begin) {
  const seen = [];
  for (const stage of ['first', 'needs', 'figures', 'complete']) {
    const names = { first: ['first', 'needs', 'figures'], needs: ['needs', 'figures'], figures: ['figures'], complete: [] }[stage];
    const reached = names.map((name) => `[data-stage=${name}]`).join(',');
    if (reached) await page.waitForFunction(([marks, begun]) => document.querySelector(marks) ?? (begun && !document.querySelector('[data-stage]')), [reached, seen.length > 0], { timeout: 4 * patience });
    else await page.waitForSelector('[data-stage]', { state: 'detached', timeout: 4 * patience });
    seen.push(Date.now() - begin);
  }
  return `first ranks after ${seen[0]} ms, needs of all draws after ${seen[1]} ms, all figures after ${seen[2]} ms, the whole run with its reports on the disk after ${seen[3]} ms`;
}

/** Change a stock with the keyboard alone, see new ranks, follow one to its sentence, take the change back. */
async function journey(browser, language) {
  const { context, page, noise } = await opened(browser, 'desktop', language);
  const stocks = 'network/stocks.csv';
  const before = await table(page, stocks);
  const written = before[0][4];
  const ranks = page.waitForResponse((answer) => answer.url().includes('/results/needs?run=quick'));
  const { begin, column } = await typeOver(page, stocks, 0, 'value', `${written}.5`, 'technologies');
  await ranks;
  await page.waitForSelector('[data-shown="32"], [data-shown="1000"]'); // marked as a quick answer, with its number of draws
  console.log(`${language}: an edited stock: ${await stages(page, begin)}`);
  const after = await table(page, stocks);
  expect(`${language}: the edit is in the file`, after[0][column] === `${written}.5` ? [] : [`${after[0][column]} for ${written}.5`]);
  await page.click('tbody th a');
  await page.waitForSelector('.chain .quote');
  expect(`${language}: a need leads to a quoted sentence`, (await page.textContent('.chain .quote')).trim().length > 20 ? [] : ['no sentence']);
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => [...document.querySelectorAll('button')].some((b) => b.textContent.includes('Ctrl Z') && b.disabled));
  expect(`${language}: undo restores the file`, JSON.stringify(await table(page, stocks)) === JSON.stringify(before) ? [] : ['differs']);
  expect(`${language} journey: silent`, noise.filter((n) => !n.includes('404')));
  await context.close();
}

/** Multiplies a value of the work where it stands in its file; the answer's status. */
const editValue = (page, value, factor) => page.evaluate(async ([id, wanted, by]) => {
  const value = (await (await fetch(`/api/works/${id}/values`)).json()).values.find((v) => v.id === wanted);
  const file = (await (await fetch(`/api/works/${id}`)).json()).files.find((f) => f.path === value.file);
  const text = String(Number(value.written) * by);
  return (await fetch(`/api/works/${id}/values`, { method: 'PATCH', headers: { 'Content-Type': 'application/json', 'If-Match': `"${file.sha256}"` }, body: JSON.stringify({ id: value.id, value: text }) })).status;
}, [work, value, factor]);
const undo = (page) => page.evaluate((id) => fetch(`/api/works/${id}/undo`, { method: 'POST' }), work);

/** Change what no course of the network depends on: what the last run left is used. */
async function costEdit(browser) {
  const { context, page } = await opened(browser, 'desktop', 'en');
  await page.goto(`${base}/works/${work}/technologies`);
  await page.waitForSelector('.tabs');
  await settled(page);
  expect('a cost is edited', (await editValue(page, 'options/national-stockpile/cost', 2)) === 200 ? [] : ['refused']);
  const run = started(page);
  const begin = Date.now();
  await page.click('button.primary');
  await run;
  console.log(`en: an edited cost: ${await stages(page, begin)}`);
  await undo(page);
  await context.close();
}

/** While needs are of all draws and the comparison of options is not, the page of options says so. */
async function marksOfOptions(browser, language, words) {
  const { context, page } = await opened(browser, 'desktop', language);
  await page.goto(`${base}/works/${work}/options`);
  await page.waitForSelector('.tabs');
  await settled(page);
  expect(`${language}: a stock is edited`, (await editValue(page, 'stocks/ce-oxide.firms/days', 1.2)) === 200 ? [] : ['refused']);
  await page.click('button.primary');
  const mark = await (await page.waitForFunction(() => document.querySelector('[data-stage=needs],[data-stage=figures]')?.textContent, null, { timeout: 4 * patience })).jsonValue();
  expect(`${language}: the page of options is marked as of the first draws`, mark.includes(words) ? [] : [mark]);
  await undo(page);
  await context.close();
}

/** A stream of events that is refused, and a run that another page replaces: the page shows the newest figures all the
 *  same. A stock is changed, so that the runs last. */
async function lostEvents(browser) {
  const { context, page } = await opened(browser, 'desktop', 'en');
  await page.goto(`${base}/works/${work}/technologies`);
  await page.waitForSelector('.tabs');
  await settled(page);
  expect('a stock is edited', (await editValue(page, 'stocks/ce-oxide.firms/days', 1.1)) === 200 ? [] : ['refused']);
  let refusals = 2;
  await page.route('**/events', (route) => (refusals-- > 0 ? route.fulfill({ status: 503, body: '' }) : route.continue()));
  await page.click('button.primary');
  await page.waitForSelector('[data-stage=first], [data-stage=needs], [data-stage=figures]', { timeout: patience / 3 })
    .then(() => expect('a refused stream of events is opened again', refusals < 0 ? [] : ['it was not refused']), (fault) => expect('a refused stream of events is opened again', [String(fault)]));
  const begin = Date.now();
  const newer = await page.evaluate(async (id) => (await (await fetch(`/api/works/${id}/runs`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"kind": "full"}' })).json()).id, work);
  await page.waitForSelector(`[data-job="${newer}"]:not([data-stage=before])`, { timeout: patience / 3 })
    .then(() => expect('a page follows the run that took the place of its own', []), (fault) => expect('a page follows the run that took the place of its own', [String(fault)]));
  console.log(`en: a run in the place of one under way: first ranks after ${Date.now() - begin} ms`);
  await page.waitForSelector('[data-stage]', { state: 'detached', timeout: 4 * patience });
  await undo(page);
  await context.close();
}

/** The map of routes, whose passages can be picked out, and the ranks of two runs joined by lines. */
async function pictures(browser, language) {
  const { context, page } = await opened(browser, 'phone', language);
  await page.goto(`${base}/works/hormuz-closure/network`); // which has routes
  await page.waitForSelector('svg.map .way');
  const passages = await page.$$eval('svg.map .passage', (marks) => marks.length);
  expect(`${language}: passages are on the map`, passages > 0 ? [] : ['none']);
  await page.click('tbody th button[aria-pressed=false]');
  const picked = await page.$eval('svg.map', (map) => [map.querySelectorAll('.passage.chosen').length, map.querySelectorAll('.way').length, map.querySelectorAll('.way.off').length]);
  expect(`${language}: a passage picked out leaves the routes through it`, picked[0] === 1 && picked[2] < picked[1] ? [] : [picked.join(' ')]);
  expect(`${language} map: accessible (axe)`, await axeFaults(page));
  await page.goto(`${base}/works/${work}/compare?with=earlier`);
  await page.waitForSelector('svg.slope path');
  const needs = await page.evaluate(async (id) => (await (await fetch(`/api/works/${id}/results/needs`)).json()).rows.length, work);
  const lines = await page.$$eval('svg.slope path', (paths) => paths.length);
  expect(`${language}: each need has its line from rank to rank`, lines === needs ? [] : [`${lines} lines for ${needs} needs`]);
  expect(`${language}: the picture says its ranks in words`, /1 → \d/.test(await page.getAttribute('svg.slope', 'aria-label')) ? [] : ['no ranks']);
  expect(`${language} ranks: accessible (axe)`, await axeFaults(page));
  expect(`${language} ranks: no sideways scrolling`, await sideways(page));
  await context.close();
}

/** From the report page to a file on the reader's disk; and a change of mind. */
async function handOver(browser, language) {
  const { context, page, noise } = await opened(browser, 'desktop', language);
  await page.goto(`${base}/works/${work}/report`);
  for (const [format, head] of [['xlsx', 'PK'], ['pptx', 'PK']]) {
    await page.waitForSelector(`button[data-format=${format}]:not([disabled])`);
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 4 * patience }), page.click(`button[data-format=${format}]`)]);
    const name = download.suggestedFilename();
    const expected = format === 'xlsx' ? `${work}.xlsx` : `${work}.${language}.${format}`;
    const bytes = readFileSync(await download.path());
    expect(`${language}: ${format} comes as ${expected}`, name === expected && bytes.subarray(0, 2).toString() === head ? [] : [`${name}, ${bytes.length} bytes`]);
  }
  await page.waitForSelector('button[data-format=docx]:not([disabled])');
  await page.click('button[data-format=docx]');
  await page.click('.bar progress ~ button');
  await page.waitForSelector('.bar .tag');
  expect(`${language}: an export can be cancelled`, (await page.textContent('.bar .tag')).trim() ? [] : ['no word of it']);
  expect(`${language} hand over: silent`, noise);
  await context.close();
}

const { browser, close } = await launch();
try {
  const { context, page } = await opened(browser, 'desktop', 'en');
  await page.goto(`${base}/works/${work}/technologies`);
  await page.click('button.primary');
  await page.waitForSelector('tbody th a');
  await context.close();
  for (const language of ['ja', 'en']) await journey(browser, language);
  await costEdit(browser);
  await marksOfOptions(browser, 'ja', 'この頁は最初の標本だけの速報値');
  await marksOfOptions(browser, 'en', 'this page still from the first draws');
  await lostEvents(browser);
  for (const language of ['ja', 'en']) await pictures(browser, language);
  for (const language of ['ja', 'en']) await handOver(browser, language);
  for (const size of Object.keys(widths)) for (const language of ['ja', 'en']) await lookAround(browser, size, language, language === 'ja' ? 'dark' : 'light');
} finally {
  await close();
}
summary();
