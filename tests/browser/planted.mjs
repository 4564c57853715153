// Sees check_report.mjs fail on planted.html, which holds one of each fault.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const run = spawnSync(process.execPath, [join(here, 'check_report.mjs'), '--all', join(here, 'planted.html')], { encoding: 'utf8' });
const expected = ['image-alt:', 'html-has-lang:', 'the page is 16[0-9][0-9] wide', 'the style did not apply', 'the page has no language', 'there is a script', 'id used twice: twice',
  'no target for #nowhere', 'neither web nor anchor: data:', 'runs out of its box: on top of it', '"longer than its box" meets "on top of it"', 'cut: longer than its box',
  'cut at right', 'Refused to|violates the following Content Security Policy', 'https://example.org/fetched.png', 'the summary fits on two pages', ', [1-9][0-9]* failed'];
const missed = expected.filter((words) => !new RegExp(words).test(run.stdout));
if (run.status !== 1) missed.push(`exit code ${run.status}`);
for (const words of missed) console.log(`failed: not found on the planted page: ${words}`);
console.log(`${expected.length + 1 - missed.length} passed, ${missed.length} failed`);
if (missed.length > 0) console.log(run.stdout, run.stderr);
process.exit(missed.length === 0 ? 0 : 1);
