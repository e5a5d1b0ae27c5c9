import type { Entry } from '../../syntax/entry';
import type { Pair } from '../../syntax/tree';
import { mapsIn } from './text-maps';

/**
 * What a published number is that stands as people print it, `1 234,5` or `46 %`, in quotes or not, the way a codebook writes
 * it: `1234.5`, `46`. `undefined` where no published number is due, or for any other text.
 */
export function printedNumber(entry: Entry, pair: Pair, source: string): string | undefined {
  const [, sign, whole, decimals] = printed.exec(source.replace(/^(['"])(.*)\1$/, '$2').trim()) ?? [];
  if (whole === undefined || !isPublished(entry, pair)) return undefined;
  return `${sign === '' ? '' : '-'}${whole.replace(/\s/g, '')}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** Thousands are set apart with spaces, as the hard and the narrow ones; a minus may be the typographer's. */
const printed = /^([-−–]?)(\d{1,3}(?:\s\d{3})+|\d+)(?:[.,](\d+))?\s?%?$/;

function isPublished(entry: Entry, pair: Pair): boolean {
  const place = mapsIn(entry).find(({ map }) => map.pairs.includes(pair))?.place;
  const key = place?.keys.find((one) => one.key === pair.key.text);
  return key === undefined ? place?.membersReferTo === 'cell' : key.place.statistic === true;
}
