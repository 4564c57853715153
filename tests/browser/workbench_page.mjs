// What the checks of the workbench share: a page that notes its noise, axe, sideways scrolling, and the count.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const widths = { desktop: 1280, phone: 390 };
export const patience = 60_000;

export const counted = { passed: 0, failed: 0 };
export const expect = (what, faults) => {
  if (faults.length === 0) return void counted.passed++;
  counted.failed++;
  console.log(`failed: ${what}`);
  for (const fault of faults.slice(0, 8)) console.log(`  ${fault}`);
};

/** A page of the workbench that was let in by its address. */
export async function opened(browser, address, size, language, scheme = 'light') {
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
