// Passages and a few open-sea points, to the half degree, joined by water. For drawing only: nothing is computed from
// them. Distances and days come from `rashin network route` over imported lanes.
import type { Text } from './api';
import world from '../data/world.json';

export type Point = readonly [longitude: number, latitude: number];

/** The straits and canals that a route may name, and what they are called. */
export const passages: Record<string, { at: Point; name: Text }> = Object.fromEntries(
  ([
    ['hormuz', 56.5, 26.5, 'ホルムズ海峡', 'Strait of Hormuz'], ['bab-el-mandeb', 43.3, 12.7, 'バブ・エル・マンデブ海峡', 'Bab el-Mandeb'],
    ['suez', 32.5, 30.5, 'スエズ運河', 'Suez Canal'], ['bosporus', 29, 41, 'ボスポラス海峡', 'Bosporus'], ['dardanelles', 26.5, 40, 'ダーダネルス海峡', 'Dardanelles'],
    ['gibraltar', -5.5, 36, 'ジブラルタル海峡', 'Strait of Gibraltar'], ['dover', 1.5, 51, 'ドーバー海峡', 'Strait of Dover'], ['danish-straits', 11, 56, 'デンマーク海峡群', 'Danish straits'],
    ['cape-of-good-hope', 18.5, -35, '喜望峰', 'Cape of Good Hope'], ['malacca', 100.5, 3.5, 'マラッカ海峡', 'Strait of Malacca'], ['sunda', 105.5, -6, 'スンダ海峡', 'Sunda Strait'],
    ['lombok', 115.5, -8.5, 'ロンボク海峡', 'Lombok Strait'], ['makassar', 118, -1.5, 'マカッサル海峡', 'Makassar Strait'], ['luzon-strait', 121, 20.5, 'ルソン海峡', 'Luzon Strait'],
    ['taiwan-strait', 119.5, 24.5, '台湾海峡', 'Taiwan Strait'], ['tsushima', 129.5, 34.5, '対馬海峡', 'Tsushima Strait'], ['tsugaru', 140.5, 41.5, '津軽海峡', 'Tsugaru Strait'],
    ['torres', 142, -10.5, 'トレス海峡', 'Torres Strait'], ['panama', -79.5, 9, 'パナマ運河', 'Panama Canal'], ['magellan', -70.5, -53.5, 'マゼラン海峡', 'Strait of Magellan'],
    ['bering', -169, 66, 'ベーリング海峡', 'Bering Strait'],
  ] as const).map(([id, longitude, latitude, ja, en]) => [id, { at: [longitude, latitude] as const, name: { ja, en } }]),
);

const open: Record<string, Point> = {
  gulf: [51, 27], oman: [60, 24.5], arabian: [64, 15], aden: [49, 12.5], red: [38, 20.5], levant: [29, 33.5], aegean: [25, 38], ionian: [18, 36], ligurian: [5, 39], iberia: [-10, 38],
  ushant: [-6, 48.5], north: [3, 55], baltic: [19, 57], black: [34, 43], west: [-40, 42], east: [-70, 39], bahama: [-78, 29], florida: [-81, 24.5], mexico: [-89, 26], caribbean: [-74, 15],
  antilles: [-60, 17], verde: [-20, 12], guinea: [2, 0], namibia: [8, -22], brazil: [-36, -14], plate: [-53, -37], natal: [35, -31], chagos: [66, -10], ceylon: [79.5, 5], andaman: [94, 6],
  singapore: [104.5, 1.5], natuna: [108, 5.5], spratly: [112, 12], pratas: [117, 19], okinawa: [125.5, 28.5], osumi: [131, 30.5], enshu: [138.5, 33.8], yellow: [123.5, 35.5], japan: [134, 38.5],
  sanriku: [146, 41], philippine: [128, 20], java: [111, -5], celebes: [123, 3.5], timor: [112, -13], pilbara: [114, -20], leeuwin: [113, -35], bight: [134, -38], bass: [151, -38], brisbane: [156, -26],
  coral: [152, -14], bismarck: [150, 0], dateline: [180, 46], alaska: [-145, 48], california: [-124, 36], hawaii: [-160, 23], galapagos: [-82, 4], peru: [-80, -13], chile: [-75, -36], okhotsk: [165, 53],
};
const water =
  'gulf-hormuz hormuz-oman oman-arabian arabian-aden aden-bab-el-mandeb bab-el-mandeb-red red-suez suez-levant levant-aegean aegean-dardanelles dardanelles-bosporus bosporus-black levant-ionian aegean-ionian ' +
  'ionian-ligurian ligurian-gibraltar gibraltar-iberia iberia-ushant ushant-dover dover-north north-danish-straits danish-straits-baltic iberia-west ushant-west west-east east-bahama bahama-florida ' +
  'florida-mexico florida-caribbean bahama-antilles caribbean-antilles caribbean-panama antilles-west antilles-verde antilles-brazil iberia-verde verde-guinea verde-brazil verde-namibia guinea-namibia brazil-plate ' +
  'brazil-cape-of-good-hope plate-cape-of-good-hope plate-magellan namibia-cape-of-good-hope cape-of-good-hope-natal natal-chagos natal-arabian natal-leeuwin natal-sunda chagos-ceylon arabian-ceylon oman-ceylon arabian-chagos ceylon-andaman ' +
  'andaman-malacca malacca-singapore singapore-natuna singapore-java natuna-spratly spratly-pratas pratas-luzon-strait pratas-taiwan-strait taiwan-strait-okinawa luzon-strait-philippine luzon-strait-okinawa ' +
  'philippine-enshu philippine-osumi okinawa-osumi osumi-enshu okinawa-yellow okinawa-tsushima yellow-tsushima tsushima-japan japan-tsugaru tsugaru-sanriku enshu-sanriku java-sunda java-lombok java-makassar ' +
  'sunda-timor sunda-chagos lombok-makassar lombok-timor lombok-pilbara makassar-celebes celebes-philippine timor-pilbara pilbara-leeuwin leeuwin-bight bight-bass bass-brisbane brisbane-coral coral-torres torres-java ' +
  'coral-bismarck brisbane-bismarck bismarck-philippine bismarck-enshu sanriku-okhotsk sanriku-dateline okhotsk-dateline okhotsk-bering dateline-alaska alaska-california dateline-hawaii hawaii-california hawaii-enshu hawaii-panama california-galapagos ' +
  'galapagos-panama galapagos-peru peru-chile chile-magellan leeuwin-chagos natal-ceylon';

const nodes = new Map<string, Point>([...Object.entries(open), ...Object.entries(passages).map(([id, p]) => [id, p.at] as [string, Point])]);
const edges = new Map<string, string[]>([...nodes.keys()].map((id) => [id, []]));
for (const pair of water.split(' ')) {
  const from = [...nodes.keys()].find((id) => pair.startsWith(id + '-') && nodes.has(pair.slice(id.length + 1)))!;
  const to = pair.slice(from.length + 1);
  edges.get(from)!.push(to);
  edges.get(to)!.push(from);
}

const radians = Math.PI / 180;
/** Along the great circle, in degrees of arc. */
function distance([a, b]: Point, [c, d]: Point) {
  const cosine = Math.sin(b * radians) * Math.sin(d * radians) + Math.cos(b * radians) * Math.cos(d * radians) * Math.cos((a - c) * radians);
  return Math.acos(Math.min(1, Math.max(-1, cosine))) / radians;
}

/** The shortest way over water to each node from a start with a cost per node; the passages in `shut` are not used. */
function ways(start: Map<string, number>, shut: ReadonlySet<string>) {
  const cost = new Map(start), from = new Map<string, string>(), done = new Set<string>();
  for (;;) {
    let next: string | undefined;
    for (const [id, value] of cost) if (!done.has(id) && (next === undefined || value < cost.get(next)!)) next = id;
    if (next === undefined) return { cost, from };
    done.add(next);
    for (const to of edges.get(next)!) {
      const sum = cost.get(next)! + distance(nodes.get(next)!, nodes.get(to)!);
      if (!shut.has(to) && sum < (cost.get(to) ?? Infinity)) {
        cost.set(to, sum);
        from.set(to, next);
      }
    }
  }
}

export const countryAt = (code: string): Point | undefined => (world.countries as unknown as Record<string, Point>)[code];
const ashore = 3; // a degree over land counts as three at sea: the coast on the way to the first passage is found

/** From a country by the named passages, in order, to another; other passages that routes of the study name are not used. */
export function course(origin: string, through: string[], goal: string, named: ReadonlySet<string>): Point[] {
  const begin = countryAt(origin), end = countryAt(goal);
  if (!begin || !end) return [];
  const shut = new Set([...named].filter((id) => !through.includes(id)));
  const points: Point[] = [begin];
  let start = new Map([...nodes].filter(([id]) => !shut.has(id)).map(([id, at]) => [id, ashore * distance(begin, at)]));
  for (const stop of [...through.filter((id) => nodes.has(id)), '']) {
    const { cost, from } = ways(start, shut);
    let last = stop;
    if (!stop) {
      let least = Infinity;
      for (const [id, value] of cost) {
        const sum = value + ashore * distance(nodes.get(id)!, end);
        if (sum < least) [least, last] = [sum, id];
      }
    }
    const leg: Point[] = [];
    for (let id: string | undefined = last; id !== undefined; id = from.get(id)) leg.unshift(nodes.get(id)!);
    points.push(...(points.length > 1 ? leg.slice(1) : leg));
    start = new Map([[last, 0]]);
  }
  return [...points, end];
}

/** The south-west corners of the squares of one degree that hold a town. */
export function squares(): Point[] {
  let at = 0;
  return world.squares.split(' ').map((step) => {
    at += parseInt(step, 36);
    return [(at % 360) - 180, Math.floor(at / 360) - 90] as const;
  });
}
