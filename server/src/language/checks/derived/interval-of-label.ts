import { everything, type Interval } from './interval';

/**
 * The class of numbers that a label prints: `0–10`, `10-25`, `25 to 50`, `50 till 100`, `under 10`, `50 or more`, `500+`. A
 * word behind the numbers is a unit. `undefined` for what says no class: words, a lone number, a period of years.
 */
export function intervalOfLabel(label: string): Interval | undefined {
  // Nearly all labels are words.
  if (!/\d/.test(label)) return undefined;
  const text = label.trim().toLowerCase();
  for (const { pattern, read } of forms) {
    const groups = pattern.exec(text)?.slice(1).map(numberOf);
    if (groups !== undefined && !groups.some(Number.isNaN)) return read(groups[0] ?? 0, groups[1] ?? 0);
  }
  return undefined;
}

interface Form {
  readonly pattern: RegExp;
  readonly read: (first: number, second: number) => Interval | undefined;
}

const number = String.raw`(\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)`;
const unit = String.raw`(?:\s*[^\d\s+\-–—<>≤≥][^\d+–—<>≤≥]*)?`;

function form(before: string, behind: string, read: Form['read']): Form {
  return { pattern: new RegExp(`^${before}${number}${behind}${unit}$`), read };
}

const atLeast = (low: number): Interval => ({ ...everything, low, includesLow: true });
const moreThan = (low: number): Interval => ({ ...everything, low });
const atMost = (high: number): Interval => ({ ...everything, high, includesHigh: true });
const lessThan = (high: number): Interval => ({ ...everything, high });

const forms: readonly Form[] = [
  form('', String.raw`\s*(?:-|–|—|to|till|until)\s*${number}`, between),
  form('', String.raw`\s*\+`, atLeast),
  form('', String.raw`(?:\s+[a-zåäö]+)?\s+(?:or|eller)\s+(?:more|fler|flera|mer|mera|över|older|äldre)`, atLeast),
  form('', String.raw`(?:\s+[a-zåäö]+)?\s+(?:and|och)\s+(?:more|over|up|older|uppåt|över|fler|mer|äldre)`, atLeast),
  form(String.raw`(?:at least|minst|≥)\s*`, '', atLeast),
  form(String.raw`(?:more than|over|above|mer än|fler än|över|>)\s*`, '', moreThan),
  form('', String.raw`(?:\s+[a-zåäö]+)?\s+(?:or|eller)\s+(?:less|fewer|färre|mindre|under|younger|yngre)`, atMost),
  form(String.raw`(?:at most|up to|no more than|högst|upp till|≤)\s*`, '', atMost),
  form(String.raw`(?:under|below|less than|fewer than|mindre än|färre än|<)\s*`, '', lessThan),
];

/** Two years side by side are a period, such as a school year, and periods may well share a year. */
function between(low: number, high: number): Interval | undefined {
  const isPeriod = [low, high].every((one) => Number.isInteger(one) && one >= 1800 && one <= 2200);
  return low > high || isPeriod ? undefined : { low, high, includesLow: true, includesHigh: true };
}

/** Three digits behind a separator are thousands, unless nothing stands before it: `1 000`, `1,000`, but `0,125`. */
function numberOf(text: string | undefined): number {
  const written = text ?? '';
  if (/^[1-9]\d{0,2}([ \u00a0\u202f.,]\d{3})+$/.test(written)) return Number(written.replace(/\D/g, ''));
  return Number(written.replace(',', '.'));
}
