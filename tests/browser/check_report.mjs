// Opens report pages as a reader would, and judges them. Usage: node check_report.mjs [--shots DIR] [--all] FILE.html…
// --shots keeps pictures and the PDF; --all shows every fault, not the first dozen. Prints each failure and "N passed, N failed"; exit code 1 if anything failed.
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { launch } from './launch.mjs';
import { chartFaults, keepSummaryOnly, pageFaults, printFaults } from './page_faults.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const widths = { desktop: 1280, phone: 390 };
const patience = 180_000; // milliseconds; a loaded machine takes long over a tall screenshot
const printedWidth = 658; // A4 less the margins of @page, at 96 dots per inch

const options = { shots: '', mostShown: 12, files: [] };
const words = process.argv.slice(2);
while (words.length > 0) {
  const word = words.shift();
  if (word === '--shots') options.shots = words.shift() ?? '';
  else if (word === '--all') options.mostShown = Infinity;
  else options.files.push(word);
}
if (options.files.length === 0) {
  console.error('usage: node check_report.mjs [--shots DIR] FILE.html…');
  process.exit(2);
}
if (options.shots) mkdirSync(options.shots, { recursive: true });

let passed = 0;
let failed = 0;
const expectNone = (what, faults) => {
  if (faults.length === 0) return void passed++;
  failed++;
  console.log(`failed: ${what}`);
  for (const fault of faults.slice(0, options.mostShown)) console.log(`  ${fault}`);
  if (faults.length > options.mostShown) console.log(`  and ${faults.length - options.mostShown} more`);
};

async function opened(context, file) {
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const noise = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(String(error)));
  page.on('dialog', (dialog) => { noise.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => /^(file|data):/.test(request.url()) || noise.push(`request: ${request.url()}`));
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => document.fonts.ready);
  return { page, noise };
}

async function axeFaults(page) {
  await page.evaluate(axe); // through the debugger, so the page's own policy stays in force
  const result = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${rule.help}`));
}

async function checkScreen(browser, file, size, scheme) {
  const name = `${basename(file, '.html')} ${size} ${scheme}`;
  const context = await browser.newContext({ viewport: { width: widths[size], height: 900 }, colorScheme: scheme, offline: true });
  const { page, noise } = await opened(context, file);
  expectNone(`${name}: accessible (axe)`, await axeFaults(page));
  expectNone(`${name}: whole, no sideways scrolling`, await page.evaluate(pageFaults));
  if (size === 'desktop') expectNone(`${name}: words in charts neither meet nor are cut`, await page.evaluate(chartFaults));
  if (options.shots) await page.screenshot({ path: join(options.shots, `${name.replaceAll(' ', '-')}.png`), fullPage: true });
  expectNone(`${name}: silent, nothing fetched`, noise);
  await context.close();
}

async function checkPrint(browser, file) {
  const name = `${basename(file, '.html')} printed`;
  const context = await browser.newContext({ viewport: { width: printedWidth, height: 960 }, offline: true });
  const { page, noise } = await opened(context, file);
  await page.emulateMedia({ media: 'print' });
  expectNone(`${name}: fits the page`, await page.evaluate(printFaults));
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, path: options.shots ? join(options.shots, `${basename(file, '.html')}.pdf`) : undefined });
  const boxes = pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g) ?? [];
  const wrong = boxes.filter((box) => !/0 0 59[45]\.?\d* 84[12]\.?\d*/.test(box));
  expectNone(`${name}: A4`, boxes.length === 0 ? ['no page'] : wrong);
  if (basename(file).startsWith('priorities')) {
    const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
    expectNone(`${name}: one page`, pages === 1 ? [] : [`${pages} pages`]);
  }
  if (await page.evaluate(keepSummaryOnly)) {
    const summary = await page.pdf({ preferCSSPageSize: true, printBackground: true, path: options.shots ? join(options.shots, `${basename(file, '.html')}-summary.pdf`) : undefined });
    const pages = (summary.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
    expectNone(`${name}: the summary fits on two pages`, pages >= 1 && pages <= 2 ? [] : [`${pages} pages`]);
  }
  expectNone(`${name}: silent`, noise);
  await context.close();
}

const { browser, close } = await launch();
try {
  for (const file of options.files.map((path) => resolve(path))) {
    // Colours come from one style sheet: the gallery shows every part in both schemes, the long reports in one.
    const schemes = basename(file).startsWith('gallery') ? ['light', 'dark'] : ['light'];
    for (const size of Object.keys(widths)) for (const scheme of schemes) await checkScreen(browser, file, size, scheme);
    await checkPrint(browser, file);
  }
} finally {
  await close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
