import { countryAt, course, type Point } from './sea';

export interface Route { id: string; countries: string[]; passages: string[]; share: number }
export interface Sight { path: string; x: number; y: number }
export interface View { width: number; height: number; at: (point: Point) => [number, number]; west: number; south: number; east: number; north: number }

/** Longitudes are counted from the far side of the focal country, so that its trade is not cut in two. */
export function viewOf(points: Point[], focal: string, width: number): View {
  const seam = ((((countryAt(focal)?.[0] ?? 0) + 50) % 360) + 360) % 360 - 360;
  const wrap = (longitude: number) => seam + ((((longitude - seam) % 360) + 360) % 360);
  const x = points.map((p) => wrap(p[0])), y = points.map((p) => p[1]);
  const west = Math.max(seam, Math.min(...x) - 14), east = Math.min(seam + 360, Math.max(...x) + 14);
  let south = Math.min(...y) - 9, north = Math.max(...y) + 9;
  const least = (east - west) * 0.42; // not flatter than this
  if (north - south < least) {
    const middle = (north + south) / 2;
    south = middle - least / 2;
    north = middle + least / 2;
  }
  const flat = Math.cos((Math.min(45, Math.max(Math.abs(south), Math.abs(north)) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * flat);
  return { width, height: (north - south) * scale, west, south, east, north, at: ([a, b]) => [(wrap(a) - west) * flat * scale, (north - b) * scale] };
}

/** A smooth line through the points (Catmull-Rom as cubic curves). */
export function smooth(points: [number, number][]): string {
  const of = (i: number) => points[Math.min(points.length - 1, Math.max(0, i))]!;
  const n = (v: number) => v.toFixed(1);
  let path = `M${n(of(0)[0])} ${n(of(0)[1])}`;
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b, c, d] = [of(i - 1), of(i), of(i + 1), of(i + 2)];
    path += `C${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (d[0] - b[0]) / 6)} ${n(c[1] - (d[1] - b[1]) / 6)} ${n(c[0])} ${n(c[1])}`;
  }
  return path;
}

/** Every way that goods of the study take, as points. */
export function courses(routes: Route[], focal: string) {
  const named = new Set(routes.flatMap((r) => r.passages));
  return routes.flatMap((route) =>
    route.countries.filter((country) => country !== focal).map((country) => ({ route, country, points: course(country, route.passages, focal, named) })).filter((c) => c.points.length > 1));
}

export interface Label { id: string; text: string; x: number; y: number; clear: number; bold?: boolean }
export interface Placed extends Label { left: number; base: number }

/** Sets each name beside its mark where it covers no earlier name; one that finds no room is left to the tooltip. */
export function placeLabels(labels: Label[], width: number, height: number): Placed[] {
  const taken: [number, number, number, number][] = labels.map((l) => [l.x - l.clear, l.y - l.clear, l.x + l.clear, l.y + l.clear]);
  const placed: Placed[] = [];
  for (const label of labels) {
    const long = [...label.text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13 : label.bold ? 7.6 : 7), 0);
    const gap = label.clear + 5;
    for (const [left, base] of [[label.x - long / 2, label.y + gap + 10], [label.x - long / 2, label.y - gap], [label.x + gap, label.y + 5], [label.x - gap - long, label.y + 5], [label.x + gap, label.y - gap], [label.x - gap - long, label.y - gap], [label.x + gap, label.y + gap + 10], [label.x - gap - long, label.y + gap + 10], [label.x - long / 2, label.y - gap - 15]] as const) {
      const box: [number, number, number, number] = [left - 1, base - 12, left + long + 1, base + 3];
      if (box[0] < 2 || box[2] > width - 2 || box[1] < 2 || box[3] > height - 2) continue;
      if (taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])) continue;
      taken.push(box);
      placed.push({ ...label, left, base });
      break;
    }
  }
  return placed;
}
