import type { PlacedNode } from '../../model/declarations';
import { mapPair, scalarText } from '../../syntax/access';

/** What a round is called; `undefined` where it is not stated. */
export function waveId(wave: PlacedNode | undefined): string | undefined {
  return scalarText(mapPair(wave?.node, 'id')?.value);
}

/** How long the reference period of a wave is (ISO 8601): `P24M`, `P6M14D`. `undefined` where no closed period is stated. */
export function periodLength(wave: PlacedNode | undefined): string | undefined {
  const [start, end] = (scalarText(mapPair(wave?.node, 'reference_period')?.value) ?? '').split('/').map(dateOf);
  if (start === undefined || end === undefined || end < start) return undefined;
  const after = new Date(end.getTime() + dayLength);
  const between = (after.getUTCFullYear() - start.getUTCFullYear()) * 12 + after.getUTCMonth() - start.getUTCMonth();
  const months = monthsLater(start, between) > after ? between - 1 : between;
  const days = Math.round((after.getTime() - monthsLater(start, months).getTime()) / dayLength);
  return `P${months === 0 ? '' : `${months}M`}${days === 0 ? '' : `${days}D`}`;
}

const dayLength = 86_400_000;

function dateOf(text: string): Date | undefined {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
}

function monthsLater(date: Date, months: number): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()));
}
