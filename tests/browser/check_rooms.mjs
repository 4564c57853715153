// Uses the rooms for net assessments and agendas, and Home, as their users do. Usage: node check_rooms.mjs ADDRESS [--shots DIR]
// ADDRESS: what `rashin serve` printed over a folder with the works `space`, `rare-earth-2010`, `small` (an agenda over both) and `wide`
// (generate_agenda.mjs). Prints each failure and "N passed, N failed".
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './launch.mjs';
import { axeFaults, expect, opened, patience, sideways, summary, widths } from './workbench_page.mjs';

const [address] = process.argv.slice(2);
const shotsAt = process.argv.indexOf('--shots');
const shots = shotsAt > 0 ? process.argv[shotsAt + 1] : '';
if (shots) mkdirSync(shots, { recursive: true });
const base = new URL(address).origin;
const rooms = {
  space: ['dossiers', 'gravity', 'systems', 'asymmetries', 'time', 'ways', 'tables', 'values', 'trace', 'report', 'problems'],
  small: ['agenda', 'agenda?by=column&w=90,10', 'origins', 'alarms', 'changes', 'tables', 'trace', 'compare?with=rare-earth-2010', 'report', 'problems'],
};

/** Runs a work with the button and waits for `result`. */
async function run(page, work, view, result) {
  await page.goto(`${base}/works/${work}/${view}`);
  await page.waitForSelector('.tabs [aria-current=page]');
  await page.click('button.primary');
  await page.waitForSelector(result);
}

/** A file of the report page reaches the reader's disk. */
async function handOver(page, work, name, format, ending) {
  await page.goto(`${base}/works/${work}/report`);
  await page.waitForSelector(`button[data-format=${format}]:not([disabled])`);
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 4 * patience }), page.click(`button[data-format=${format}]`)]);
  const bytes = readFileSync(await download.path());
  expect(`${name}: ${format} of ${work}`, download.suggestedFilename() === `${work}${ending}` && bytes.subarray(0, 2).toString() === 'PK' ? [] : [`${download.suggestedFilename()}, ${bytes.length} bytes`]);
}

/** An axis is switched off with the keyboard, what remains is new at once, a need leads to its sentence, the slides leave. */
async function assessmentJourney(browser, size, language) {
  const name = `${size} ${language} assessment`;
  const { context, page, noise } = await opened(address, browser, size, language);
  await run(page, 'space', 'asymmetries', '.tiles');
  await page.waitForSelector('.left li');
  const needs = () => page.$$eval('.left li', (list) => list.map((each) => each.textContent));
  const before = await needs();
  const axis = '[data-axis=launch-attempts-2022]'; // a need rests on it alone
  await page.focus(axis);
  const begin = Date.now();
  await page.keyboard.press('Space');
  await page.waitForSelector('.gone li');
  console.log(`${name}: an axis switched off, what remains stood after ${Date.now() - begin} ms`);
  const after = await needs();
  expect(`${name}: the need that rests on the axis alone is gone`, after.length === before.length - 1 ? [] : [`${before.length} needs, then ${after.length}`]);
  expect(`${name}: the view is an address`, page.url().endsWith('asymmetries?off=launch-attempts-2022') ? [] : [page.url()]);
  await page.waitForFunction((at) => document.activeElement?.matches(at), axis);
  await page.keyboard.press('Space');
  await page.waitForFunction((count) => document.querySelectorAll('.left li').length === count, before.length);
  expect(`${name}: switched on again, all is as before`, JSON.stringify(await needs()) === JSON.stringify(before) ? [] : ['differs']);
  await page.click('.left a');
  await page.waitForSelector('.chain .quote');
  expect(`${name}: a need leads to a quoted sentence`, (await page.textContent('.chain .quote')).trim().length > 20 ? [] : ['no sentence']);
  await page.goto(`${base}/works/space/dossiers`);
  await page.waitForSelector('.grid td.unknown');
  await page.click('.grid .claims a');
  await page.waitForSelector('.chain li');
  await handOver(page, 'space', name, 'pptx', `.${language}.pptx`);
  expect(`${name}: silent`, noise.filter((n) => !n.includes('404')));
  await context.close();
}

/** A weight is moved with the keyboard, ranks change and come back, a need leads to its sentence, the workbook leaves. */
async function agendaJourney(browser, size, language) {
  const name = `${size} ${language} agenda`;
  const { context, page, noise } = await opened(address, browser, size, language);
  await run(page, 'small', 'agenda', '.ranks tbody tr');
  const order = () => page.$$eval('.ranks tbody th a', (list) => list.map((each) => each.textContent));
  const before = await order();
  await page.focus('[data-criterion=asymmetry]');
  await page.keyboard.press('End');
  for (const other of ['supply-chain', 'framework', 'domestic']) {
    await page.focus(`[data-criterion=${other}]`);
    await page.keyboard.press('Home');
  }
  await page.waitForSelector('.ranks[data-own=yes]');
  const after = await order();
  expect(`${name}: with all weight on asymmetry another comes first`, after[0] !== before[0] ? [] : [after[0]]);
  await page.waitForFunction(() => new URLSearchParams(location.search).get('w') === '0,100,0,0');
  await page.reload();
  await page.waitForSelector('.ranks[data-own=yes]');
  expect(`${name}: the weights are in the address`, JSON.stringify(await order()) === JSON.stringify(after) ? [] : ['another order after the reload']);
  await page.click('.weights button');
  await page.waitForSelector('.ranks[data-own=no]');
  expect(`${name}: back to the report's ranking`, JSON.stringify(await order()) === JSON.stringify(before) ? [] : ['differs']);
  await page.click('.ranks tbody th a');
  await page.waitForSelector('.chain .quote');
  expect(`${name}: a technology leads to a quoted sentence`, (await page.textContent('.chain .quote')).trim().length > 20 ? [] : ['no sentence']);
  await handOver(page, 'small', name, 'xlsx', '.xlsx');
  expect(`${name}: silent`, noise.filter((n) => !n.includes('404')));
  await context.close();
}

/** 64 technologies × 12 criteria, every draw of them ranked anew at each move; from the key to the painted table. */
async function sliders(browser) {
  const { context, page } = await opened(address, browser, 'desktop', 'en');
  await run(page, 'wide', 'agenda', '.ranks tbody tr');
  // Its weights are equal and fixed: sliders that are all alike must give what the program computed.
  const shown = () => page.$$eval('.ranks tbody tr', (list) => list.map((row) => `${row.querySelector('th a').textContent} ${row.children[3].textContent}`));
  const computed = await shown();
  await page.goto(`${base}/works/wide/agenda?w=50,50,50,50`);
  await page.waitForSelector('.ranks[data-own=yes]');
  const alike = await shown();
  expect('wide: equal sliders rank as the program does under equal weights', alike.flatMap((row, i) => (row === computed[i] ? [] : [`${row} for ${computed[i]}`])));
  await page.goto(`${base}/works/wide/agenda?by=column`);
  await page.waitForSelector('.ranks tbody tr');
  await page.waitForSelector('[data-criterion]');
  const shape = await page.evaluate(() => [document.querySelectorAll('.ranks tbody tr').length, document.querySelectorAll('[data-criterion]').length]);
  expect('wide: 64 technologies × 12 criteria', shape[0] === 64 && shape[1] === 12 ? [] : [shape.join(' × ')]);
  // The page's own time does not grow with what else the machine does; the wall time is printed beside it.
  const meter = await context.newCDPSession(page);
  await meter.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => 1000 * (await meter.send('Performance.getMetrics')).metrics.find((m) => m.name === 'TaskDuration').value;
  const own = [], wall = [];
  for (let move = 0; move < 60; move++) {
    const before = await busy();
    wall.push(await page.evaluate(async (number) => {
      const inputs = [...document.querySelectorAll('[data-criterion]')], input = inputs[number % inputs.length];
      input.value = String((number * 37) % 101);
      const begin = performance.now();
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - begin;
    }, move));
    own.push((await busy()) - before);
  }
  const at = (times, share) => Math.round([...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))]);
  const told = (times) => `median ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, most ${at(times, 1)} ms`;
  console.log(`sliders: 64 technologies × 12 criteria × 1000 draws, per move (bar: 200 ms): the page's own time ${told(own)}; on the wall ${told(wall)}`);
  expect('wide: every move takes the page under 200 ms', at(own, 1) < 200 ? [] : [told(own)]);
  await context.close();
}

/** Home says who owes what by when, what is stale, what lacks a source. */
async function home(browser, size, language) {
  const name = `${size} ${language} home`;
  const { context, page, noise } = await opened(address, browser, size, language);
  await page.waitForSelector('.tasks tbody tr');
  const first = (await page.textContent('.tasks tbody tr')).trim();
  expect(`${name}: the soonest task first, overdue`, first.includes('2020-01-31') && first.includes(language === 'ja' ? '期限を過ぎている' : 'overdue') ? [] : [first]);
  await page.click('details summary');
  await page.waitForSelector('details li a');
  expect(`${name}: accessible (axe)`, await axeFaults(page));
  expect(`${name}: no sideways scrolling`, await sideways(page));
  if (shots) await page.screenshot({ path: join(shots, `home-${size}-${language}.png`), fullPage: true });
  expect(`${name}: silent`, noise.filter((n) => !n.includes('404')));
  await context.close();
}

/** Every page of the rooms: accessible, whole, silent, in light and dark. */
async function lookAround(browser, size, language, scheme) {
  const { context, page, noise } = await opened(address, browser, size, language, scheme);
  for (const [work, views] of Object.entries(rooms))
    for (const view of views) {
      const name = `${size} ${language} ${scheme} ${work} ${view}`;
      await page.goto(`${base}/works/${work}/${view}`);
      await page.waitForSelector('.tabs [aria-current=page]');
      await page.waitForLoadState('networkidle');
      expect(`${name}: accessible (axe)`, await axeFaults(page));
      expect(`${name}: no sideways scrolling`, await sideways(page));
      if (shots) await page.screenshot({ path: join(shots, `${work}-${view.replace(/\W+/g, '-')}-${size}-${language}.png`), fullPage: true });
    }
  expect(`${size} ${language} ${scheme}: silent, nothing fetched from elsewhere`, noise.filter((n) => !n.includes('404')));
  await context.close();
}

const { browser, close } = await launch();
try {
  const { context, page } = await opened(address, browser, 'desktop', 'en');
  await run(page, 'rare-earth-2010', 'technologies', 'tbody th a');
  await context.close();
  for (const size of Object.keys(widths)) for (const language of ['ja', 'en']) await assessmentJourney(browser, size, language);
  for (const size of Object.keys(widths)) for (const language of ['ja', 'en']) await agendaJourney(browser, size, language);
  await sliders(browser);
  for (const size of Object.keys(widths)) for (const language of ['ja', 'en']) await home(browser, size, language);
  for (const size of Object.keys(widths)) for (const language of ['ja', 'en']) await lookAround(browser, size, language, (size === 'phone') === (language === 'ja') ? 'light' : 'dark');
} finally {
  await close();
}
summary();
