// Writes an agenda with 64 technologies in 12 columns: three made-up runs with 1,000 draws each, nine lists. Only to measure with.
// Usage: node generate_agenda.mjs AGENDA_FOLDER RUNS_FOLDER   (AGENDA_FOLDER: as `rashin agenda new` left it)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, out] = process.argv.slice(2);
const draws = 1000;
const technologies = Array.from({ length: 64 }, (_, i) => `t${String(i + 1).padStart(2, '0')}`);
let state = 12345; // a fixed sequence: the same agenda every time
const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;

const runs = ['made-a', 'made-b', 'made-c'];
for (const run of runs) {
  mkdirSync(join(out, run, 'results'), { recursive: true });
  mkdirSync(join(out, run, 'inputs'), { recursive: true });
  const manifest = { schema: 1, program: 'rashin', version: '0', kind: 'study', id: run, status: 'draft', as_of: '2026-01-01', seed: 1, draws, basis: { missing: 0, illustrative: 64 }, inputs: {} };
  writeFileSync(join(out, run, 'run.json'), JSON.stringify(manifest, null, 2));
  writeFileSync(join(out, run, 'inputs', 'study.yaml'), `schema: 1\nid: ${run}\ntitle: {ja: "作り物 ${run}", en: "Made up ${run}"}\n`);
  writeFileSync(join(out, run, 'results', 'trace.csv'), 'id,on\n');
  writeFileSync(join(out, run, 'results', 'needs.csv'),
    'id,technology,origin,role,option,title_ja,title_en,reason_ja,reason_en,top_share,ready_p50,needed_p50,timing\n' +
      technologies.map((t) => `${t},${t},supply-chain,substitute,,技術 ${t},Technology ${t},,,0.1,2027-01-01,2028-01-01,in-time\n`).join(''));
  const strength = technologies.map(() => random());
  const row = (d) => [d, ...strength.map((s) => (s + random()).toFixed(6))].join(',');
  writeFileSync(join(out, run, 'results', 'need_draws.csv'), ['id,' + technologies.map((t) => `value_${t}`).join(','), ...Array.from({ length: draws }, (_, d) => row(d))].join('\n') + '\n');
}

const lists = Array.from({ length: 9 }, (_, i) => ({ id: `list-${i + 1}`, framework: i < 4 }));
const declared = (framework) => lists.filter((l) => l.framework === framework).map((l) => `  - {id: ${l.id}, title: {ja: "作り物の一覧 ${l.id}", en: "Made-up list ${l.id}"}${framework ? ', members: [JPN]' : ''}, basis: "claim:template"}`).join('\n');
let yaml = readFileSync(join(folder, 'agenda.yaml'), 'utf8');
yaml = yaml.replace(/^runs: \[\]$/m, 'runs:\n' + runs.map((run) => `  - {id: ${run}, run: ${run}}`).join('\n'));
yaml = yaml.replace(/^frameworks:\n(  .*\n)+/m, `frameworks:\n${declared(true)}\n`).replace(/^domestic:\n(  .*\n?)+/m, `domestic:\n${declared(false)}\n`);
const fixed = ['supply-chain', 'asymmetry', 'framework', 'domestic'].map((origin) => `${origin}: [0.25, 0.25]`).join(', ');
yaml += `\nweights: # equal and fixed: the program ranks as the workbench does with all sliders alike\n  - {by: example, kind: interval, bounds: {${fixed}}}\n`;
writeFileSync(join(folder, 'agenda.yaml'), yaml);
writeFileSync(join(folder, 'names.yaml'), 'schema: 1\ntechnologies: []\n');
for (const [file, column, framework] of [['frameworks.csv', 'framework', true], ['domestic.csv', 'list', false]]) {
  const rows = lists.filter((l) => l.framework === framework).flatMap((l) => technologies.filter(() => random() < 0.4).map((t) => `${l.id},${t},${random() < 0.5 ? 'names' : 'covers'},言葉,words,example,claim:template`));
  writeFileSync(join(folder, file), [`${column},technology,fit,words_ja,words_en,by,basis`, ...rows].join('\n') + '\n');
}
