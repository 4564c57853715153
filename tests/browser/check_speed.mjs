// How fast the workbench is with a network of 500 items: from the start of the program to the first useful paint, and
// from a click to the last change of the view. Usage: node check_speed.mjs RASHIN FOLDER: FOLDER is empty and may be
// written to. RASHIN_BARS=1 makes the bars binding: 1.5 s, and 300 ms at the 95 % quantile (a quiet machine is needed).
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './launch.mjs';
import { expect, opened, served, summary } from './workbench_page.mjs';

const [rashin, folder] = process.argv.slice(2);
const binding = process.env.RASHIN_BARS === '1';
const study = 'large';
const views = ['network', 'supply.csv', 'pathways', 'costs', 'options', 'technologies', 'values', 'trace', 'compare', 'import', 'problems'];

/** The template's study with 498 further items beside its two: 250 materials from three countries, 170 parts of two
 *  materials, 78 assemblies of three parts that an end use needs. */
function large() {
  const place = join(folder, study);
  execFileSync(rashin, ['study', 'new', place]);
  const add = (file, lines) => appendFileSync(join(place, 'network', file), lines.map((line) => `${line}\n`).join(''));
  const name = (kind, i) => `${kind}-${String(i).padStart(3, '0')}`;
  const made = (kind, count, from, each, all) =>
    Array.from({ length: count }, (_, i) => ({ id: name(kind, i), inputs: Array.from({ length: each }, (_, k) => name(from, (i * each + k) % all)) }));
  const materials = Array.from({ length: 250 }, (_, i) => name('mat', i));
  const parts = made('prt', 170, 'mat', 2, 250), assemblies = made('asm', 78, 'prt', 3, 170);
  const used = new Set([...parts, ...assemblies].flatMap((item) => item.inputs));
  add('items.csv', [...materials, ...parts.map((p) => p.id), ...assemblies.map((a) => a.id)].map((id) => `${id},品目${id},Item ${id},material,t,,proportional`));
  add('supply.csv', [
    ...materials.flatMap((id) => ['XXA', 'XXB', 'XXC'].map((from) => `${id},${from},${from},no,supply,400,,,,t/year,2025,,example,`)),
    ...[...parts, ...assemblies].map(({ id }) => `${id},JPN,JPN,yes,supply,1000,,,,t/year,2025,,example,`),
  ]);
  add('inputs.csv', [...parts, ...assemblies].flatMap(({ id, inputs }) => inputs.map((input) => `${id},${input},essential,,per_unit,0.1,,,,t/t,2025,,example,`)));
  const unused = [...materials, ...parts.map((p) => p.id)].filter((id) => !used.has(id));
  add('demand.csv', [...assemblies.map((a) => a.id), ...unused].map((id) => `product-b,${id},essential,2,use,900,,,,t/year,2025,,example,`));
}

const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];

/** Clicks a tab; milliseconds from there to the last change of the page, which then stays as it is for a while. */
async function visit(page, view) {
  return page.evaluate(async (href) => {
    const begin = performance.now();
    let last = begin;
    const watch = new MutationObserver(() => (last = performance.now()));
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    document.querySelector(href).click();
    while (performance.now() - last < 400) await new Promise((next) => setTimeout(next, 25));
    watch.disconnect();
    return last - begin;
  }, view.endsWith('.csv') ? `.tabs a[href*="${view}"]` : `.tabs a[href$="/${view}"]`);
}

large();
const { browser, close } = await launch();
let stop = async () => {};
try {
  const starts = [];
  let server, seen;
  for (let i = 0; i < 3; i++) {
    await seen?.context.close();
    await stop();
    const begin = Date.now();
    server = await served(spawn, rashin, folder, join(folder, 'out'));
    stop = server.stop;
    seen = await opened(server.address, browser, 'desktop', 'en');
    starts.push(Date.now() - begin);
  }
  console.log(`500 items: start of the program to the first useful paint ${starts.join(', ')} ms (bar: 1500)`);
  expect('cold start', binding && Math.min(...starts) > 1500 ? [`${starts}`] : []);
  const { page, noise, context } = seen;
  await page.goto(`${new URL(server.address).origin}/works/${study}/technologies`);
  await page.click('button.primary');
  await page.waitForSelector('[data-shown]', { timeout: 300_000 }); // the first answer is enough to look at
  await page.click('.bar progress ~ button');
  await page.waitForSelector('.bar progress', { state: 'detached', timeout: 60_000 });
  expect('the large study runs', (await page.$('tbody th a')) ? [] : [await page.textContent('.bar')]);
  const times = new Map(views.map((view) => [view, []]));
  for (let round = 0; round < 4; round++) for (const view of views) times.get(view).push(await visit(page, view));
  for (const [view, all] of times) console.log(`  ${view}: ${all.map((t) => Math.round(t)).join(', ')} ms`);
  const p95 = Math.round(quantile([...times.values()].flat(), 0.95));
  console.log(`500 items: a view after the click on its tab, 95 % within ${p95} ms (bar: 300)`);
  expect('views', binding && p95 > 300 ? [`${p95} ms`] : []);
  expect('silent', noise.filter((n) => !n.includes('404')));
  await context.close();
} finally {
  await close();
  await stop();
}
summary();
