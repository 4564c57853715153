import { language } from './words.svelte';

/** A cell of a result as a number; missing stays missing. */
export const number = (text: string | undefined) => (text === undefined || text === '' ? undefined : Number(text));

/** Three significant digits, thousands grouped; missing is a dash. */
export function show(value: number | undefined, digits = 3): string {
  if (value === undefined || Number.isNaN(value)) return '—';
  const size = Math.abs(value);
  const places = size === 0 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.min(places, 6) }).replace('-', '−');
}

/** Money in the magnitudes of the language, as in the reports. */
export const moneyScale = () => (language() === 'ja' ? 1e8 : 1e9);
export const moneyUnit = (currency: string) =>
  language() === 'ja' ? (currency === 'JPY' ? '億円' : `億${currency}`) : currency === 'JPY' ? 'billion yen' : `billion ${currency}`;

export const range = (low: number | undefined, high: number | undefined, digits = 3) =>
  low === undefined || high === undefined ? '' : `${show(low, digits)} – ${show(high, digits)}`;

/** A heading with the unit of what stands below it. */
export const inUnit = (title: string, unit: string) => (language() === 'ja' ? `${title}（${unit}）` : `${title} (${unit})`);

const units: Record<string, string> = {
  day: '日', week: '週', month: 'か月', year: '年', piece: '個', vehicle: '台', motor: '台', battery: '個', chip: '個', wafer: '枚', ship: '隻', person: '人',
  patent: '件', case: '件', project: '件', plant: '工場', point: 'ポイント', bbl: 'バレル', unit: '基', thousand: '千', million: '百万', billion: '十億',
  JPY: '円', USD: 'ドル', EUR: 'ユーロ', share: '割合', ratio: '比', percent: '%',
};
/** A unit in the reader's language; signs such as t and kWh stay. */
export const unitWords = (unit: string) =>
  language() === 'ja' ? unit.replace(/[^/-]+(-(?=[^/]))?/g, (word) => units[word.replace(/-$/, '')] ?? word) : unit;
