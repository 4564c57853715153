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

/** Change a stock with the keyboard alone, see new ranks, follow one to its sentence, take the change back. */
async function journey(browser, language) {
  const { context, page, noise } = await opened(browser, 'desktop', language);
  const cells = () => page.evaluate(async (id) => (await (await fetch(`/api/works/${id}/table?path=network%2Fstocks.csv`)).json()).rows, work);
  const before = await cells();
  await page.goto(`${base}/works/${work}/network?table=network%2Fstocks.csv`);
  await page.waitForSelector('.sheet th');
  const column = await page.evaluate(() => [...document.querySelectorAll('.sheet th')].findIndex((th) => th.textContent === 'value'));
  await page.waitForSelector(`[data-at="0-${column}"]`);
  await page.focus(`[data-at="0-${column - 1}"]`);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((at) => document.activeElement?.getAttribute('data-at') === at, `0-${column}`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.sheet input:focus');
  const written = before[0][column];
  await page.keyboard.press('Control+A');
  await page.keyboard.type(`${written}.5`);
  const ranks = page.waitForResponse((answer) => answer.url().includes('/results/needs?run=quick'));
  const begin = Date.now();
  await page.keyboard.press('Enter');
  await page.click('.tabs a[href$="/technologies"]');
  await ranks;
  await page.waitForSelector('[data-shown]'); // marked as a quick answer, with its number of draws
  const first = Date.now() - begin;
  await page.waitForFunction(() => document.querySelector('[data-shown]')?.getAttribute('data-shown') === '1000' || !document.querySelector('[data-shown]'));
  console.log(`${language}: an edited stock gave first new ranks after ${first} ms, those of all draws after ${Date.now() - begin} ms`);
  await page.waitForSelector('[data-shown]', { state: 'detached', timeout: 4 * patience });
  console.log(`${language}: the whole run with its reports lay on the disk after ${Date.now() - begin} ms`);
  const after = await cells();
  expect(`${language}: the edit is in the file`, after[0][column] === `${written}.5` ? [] : [`${after[0][column]} for ${written}.5`]);
  await page.click('tbody th a');
  await page.waitForSelector('.chain .quote');
  expect(`${language}: a need leads to a quoted sentence`, (await page.textContent('.chain .quote')).trim().length > 20 ? [] : ['no sentence']);
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => [...document.querySelectorAll('button')].some((b) => b.textContent.includes('Ctrl Z') && b.disabled));
  expect(`${language}: undo restores the file`, JSON.stringify(await cells()) === JSON.stringify(before) ? [] : ['differs']);
  expect(`${language} journey: silent`, noise.filter((n) => !n.includes('404')));
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
  for (const language of ['ja', 'en']) await handOver(browser, language);
  for (const size of Object.keys(widths)) for (const language of ['ja', 'en']) await lookAround(browser, size, language, language === 'ja' ? 'dark' : 'light');
} finally {
  await close();
}
summary();
