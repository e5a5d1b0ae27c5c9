import type { Place } from '../../syntax/entry';
import { isDamaged } from '../text/damaged';
import { liesIn } from '../text/lies-in';
import { structureOf } from './structure-of';

/** Whether nothing of a part can be hidden in damaged text or under a misspelt key, so that what it lacks is not there. */
export function isReadWhole(place: Place): boolean {
  const { entry } = place;
  const isHiding = structureOf(entry).some(
    ({ code, span }) => (code === 'unknown-key' || code === 'wrong-type') && liesIn({ entry, span }, place),
  );
  return !isHiding && !isDamaged(place);
}
