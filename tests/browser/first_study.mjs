// Walks docs/first-study.md in a real browser, in both languages, and takes its pictures.
// Usage: node first_study.mjs ADDRESS WORK PICTURES (see workbench.sh --pictures)
import { join } from 'node:path';
import { launch } from './launch.mjs';

const [address, work, pictures] = process.argv.slice(2);
const base = new URL(address).origin;
const { browser, close } = await launch();
try {
  for (const language of ['ja', 'en']) {
    const context = await browser.newContext({ viewport: { width: 1080, height: 680 }, locale: language, colorScheme: 'light', deviceScaleFactor: 0.75 });
    context.setDefaultTimeout(240_000);
    const page = await context.newPage();
    const picture = async (name) => {
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(pictures, `first-study-${name}.${language}.jpg`), type: 'jpeg', quality: 72 });
    };
    // 1. Open the study and run it.
    await page.goto(address);
    await page.waitForSelector('.card');
    await picture('home');
    await page.click(`.card a[href^="/works/${work}/"]`);
    await page.waitForSelector('.tabs');
    await page.waitForSelector('tbody th a, main .note');
    if (!(await page.$('tbody th a'))) await page.click('button.primary');
    await page.waitForSelector('tbody th a');
    await page.waitForFunction(() => !document.querySelector('progress'));
    // 2. Change a stock.
    await page.click('.tabs a[href$="/network"]');
    await page.click('.tabs a[href*="stocks.csv"]');
    await page.waitForSelector('.sheet th');
    const column = await page.evaluate(() => [...document.querySelectorAll('.sheet th')].findIndex((th) => th.textContent === 'value'));
    const cell = page.locator(`[data-at="0-${column}"]`);
    const written = (await cell.textContent()).trim();
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(String(Number(written) * 2));
    await page.locator('.sheet').scrollIntoViewIfNeeded();
    await picture('change');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-stage=first], [data-stage=needs], [data-stage=figures]');
    // 3. Read the ranks, and what the change did to them.
    await page.evaluate(() => scrollTo(0, 0));
    await page.click('.tabs a[href$="/technologies"]');
    await page.waitForSelector('tbody th a');
    await picture('ranks');
    await page.click('.tabs a[href$="/compare"]');
    await page.locator('svg.slope').scrollIntoViewIfNeeded();
    await picture('compare');
    // 4. From a need to its sentence.
    await page.click('.tabs a[href$="/technologies"]');
    await page.click('tbody th a[href*="/trace?id="]:not([href*="ranking"])');
    await page.waitForSelector('.chain .quote');
    await picture('trace');
    // 5. Take the change back; hand over the slides.
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => [...document.querySelectorAll('button')].some((b) => b.textContent.includes('Ctrl Z') && b.disabled));
    await page.goto(`${base}/works/${work}/report`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('button[data-format=pptx]')]);
    console.log(`${language}: ${download.suggestedFilename()}`);
    await picture('hand-over');
    await context.close();
  }
} finally {
  await close();
}
