// Ranks under weights that the reader sets: the weighted sum of places, in every draw, ties split evenly.

/** Scores by criterion, row and draw; a criterion's rows lie one after the other. */
export interface Scores { rows: number; criteria: number; draws: number; values: Float64Array }
export interface Ranks { expected: Float64Array; first: Float64Array; top: Float64Array }

export const scores = (rows: number, criteria: number, draws: number): Scores => ({ rows, criteria, draws, values: new Float64Array(rows * criteria * draws) });
/** The scores of one row at one criterion, draw by draw. */
export const cell = (s: Scores, criterion: number, row: number) => s.values.subarray((criterion * s.rows + row) * s.draws, (criterion * s.rows + row + 1) * s.draws);

/** `top`: share of draws among the first `count`. */
export function ranksUnder(s: Scores, weights: number[], count: number): Ranks {
  const { rows, draws } = s;
  const sums = new Float64Array(rows * draws);
  for (let k = 0; k < s.criteria; k++) {
    const weight = weights[k] ?? 0;
    if (weight === 0) continue;
    const from = k * rows * draws;
    for (let i = 0; i < rows * draws; i++) sums[i]! += weight * s.values[from + i]!;
  }
  const ranks: Ranks = { expected: new Float64Array(rows), first: new Float64Array(rows), top: new Float64Array(rows) };
  const now = new Float64Array(rows), sorted = new Float64Array(rows);
  for (let d = 0; d < draws; d++) {
    for (let row = 0; row < rows; row++) now[row] = Math.round(1e12 * sums[row * draws + d]!); // what rounding parts is equal
    sorted.set(now);
    sorted.sort();
    for (let row = 0; row < rows; row++) {
      const upTo = bound(sorted, now[row]!, true), below = bound(sorted, now[row]!, false);
      const better = rows - upTo, equal = upTo - below;
      ranks.expected[row]! += better + (1 + equal) / 2;
      if (better === 0) ranks.first[row]! += 1 / equal;
      if (better < count) ranks.top[row]! += Math.min(1, (count - better) / equal);
    }
  }
  for (const list of [ranks.expected, ranks.first, ranks.top]) for (let row = 0; row < rows; row++) list[row]! /= draws || 1;
  return ranks;
}

/** How many of the sorted values are below `value`, or not above it. */
function bound(sorted: Float64Array, value: number, orEqual: boolean): number {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
