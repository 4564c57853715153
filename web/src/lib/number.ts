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
