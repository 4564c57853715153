// What the browser tests of the workbench share: counting, opening a page that must stay silent, axe.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const widths = { desktop: 1280, phone: 390 };
export const patience = 60_000;

let passed = 0;
let failed = 0;
export function expect(what, faults) {
  if (faults.length === 0) return void passed++;
  failed++;
  console.log(`failed: ${what}`);
  for (const fault of faults.slice(0, 8)) console.log(`  ${fault}`);
}
/** Prints "N passed, N failed" and ends the program. */
export function summary() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

/** A page on the workbench's home; `noise` gathers what it says and fetches from elsewhere. */
export async function opened(address, browser, size, language, scheme = 'light') {
  const base = new URL(address).origin;
  const context = await browser.newContext({ viewport: { width: widths[size], height: 900 }, locale: language, colorScheme: scheme });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const noise = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(String(error)));
  page.on('request', (request) => request.url().startsWith(base) || request.url().startsWith('data:') || noise.push(`request: ${request.url()}`));
  await page.goto(address);
  await page.waitForSelector('.card');
  return { context, page, noise };
}

export async function axeFaults(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${rule.help}`));
}
export const sideways = (page) =>
  page.evaluate(() => (document.documentElement.scrollWidth > innerWidth + 1 ? [`${document.documentElement.scrollWidth} px wide in ${innerWidth}`] : []));

/** Starts `rashin serve` over a folder; resolves with its address. */
export async function served(spawn, rashin, folder, out) {
  const server = spawn(rashin, ['serve', folder, '--out', out, '--lang', 'en'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((found, lost) => {
    let text = '';
    server.stdout.on('data', (bytes) => {
      text += bytes;
      const match = text.match(/http:\/\/\S+/);
      if (match) found(match[0]);
    });
    server.on('exit', (code) => lost(new Error(`rashin serve ended with ${code}`)));
  });
  return { address, stop: () => new Promise((ended) => { server.removeAllListeners('exit'); server.on('exit', ended); server.kill(); }) };
}
