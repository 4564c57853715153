// Makes web/src/data/world.json: squares of one degree with a town, and each country's largest town.
// Usage: node tools/world.mjs cities15000.tsv — the GeoNames gazetteer (CC BY 4.0) with the columns
// geonameid name asciiname alternatenames lat lon country admin1 population.
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const countries = readFileSync(new URL('registry/countries-ja.csv', root), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
const alpha3 = new Map(countries.map(([long, short]) => [short, long]));
const [head, ...lines] = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => line.split('\t'));
const at = (name) => head.indexOf(name);

const squares = new Set(), largest = new Map();
for (const line of lines) {
  const lat = Number(line[at('lat')]), lon = Number(line[at('lon')]), people = Number(line[at('population')]);
  squares.add((Math.floor(lat) + 90) * 360 + Math.floor(lon) + 180);
  const country = alpha3.get(line[at('country')]);
  if (country && people > (largest.get(country)?.people ?? -1)) largest.set(country, { people, lon: Math.round(lon * 10) / 10, lat: Math.round(lat * 10) / 10 });
}
// Squares in rising order as steps from one to the next, in base 36.
let before = 0;
const steps = [...squares].sort((a, b) => a - b).map((square) => { const step = square - before; before = square; return step.toString(36); });
const towns = Object.fromEntries([...largest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, town]) => [code, [town.lon, town.lat]]));
writeFileSync(new URL('web/src/data/world.json', root), JSON.stringify({ squares: steps.join(' '), countries: towns }) + '\n');
console.log(`${squares.size} squares, ${largest.size} countries`);
