import type { SchemaPlace } from '../../schema/place';
import type { Words } from '../words';
import { escapeMarkdown } from './markdown';

/** The class of the standards, so that a statistician recognises what it is. */
export function termOf(place: SchemaPlace | undefined, { fields }: Words): string {
  return place?.term === undefined ? '' : `*${fields.formally}: ${escapeMarkdown(place.term)}*`;
}
