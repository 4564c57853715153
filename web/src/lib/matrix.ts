import type { CrossImpacts, MatrixCell } from './api';
import { show } from './number';
import { say } from './words.svelte';

/** A state of the matrix with its number among all states. */
export interface State { name: string; descriptor: number; first: boolean; of: number }

export function statesOf(matrix: CrossImpacts): State[] {
  return matrix.descriptors.flatMap((d, descriptor) => d.states.map((s, i) => ({ name: say(s, s.id), descriptor, first: i === 0, of: d.states.length })));
}
export const cellAt = (matrix: CrossImpacts, row: number, column: number, states: number): MatrixCell | null => matrix.cells[row * states + column] ?? null;
/** Of everybody (person −1), or of one. */
export const valueOf = (cell: MatrixCell, person: number) => (person < 0 ? cell.pooled : (cell.judgements[person]?.value ?? cell.pooled));
export const signed = (value: number) => (value > 0 ? '+' : '') + show(Math.round(value * 10) / 10, 3);
/** Five shades, by sign and strength: 3 and more is the darkest. */
export const shade = (value: number) => (value === 0 ? 'zero' : (value > 0 ? 'up' : 'down') + Math.min(3, Math.max(1, Math.ceil(Math.abs(value)))));

/** The next judged cell from here in a direction, or the same. */
export function step(matrix: CrossImpacts, states: number, row: number, column: number, down: number, right: number): [number, number] {
  for (let r = row + down, c = column + right; r >= 0 && c >= 0 && r < states && c < states; r += down, c += right) if (cellAt(matrix, r, c, states)) return [r, c];
  return [row, column];
}
/** A judgement as it will be once it is written: mean and mark anew. */
export function judge(matrix: CrossImpacts, cell: MatrixCell, person: number, value: number) {
  cell.judgements[person]!.value = value;
  const values = cell.judgements.map((j) => j.value), low = Math.min(...values), high = Math.max(...values);
  cell.pooled = values.reduce((a, b) => a + b, 0) / values.length;
  cell.disputed = (low < 0 && high > 0) || high - low >= matrix.disputed_spread;
}
