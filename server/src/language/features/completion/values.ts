import type { SchemaPlace } from '../../schema/place';
import { described } from '../words/described';
import { writeScalar } from './edit';
import type { Completion, CompletionPlace } from './types';

/** The values a key may have, where they can be listed. */
export function completeValues(place: CompletionPlace, schema: SchemaPlace): readonly Completion[] {
  return (schema.values ?? []).map(({ value, description }) => ({
    label: value,
    kind: 'value',
    detail: '',
    documentation: described(description, place.language),
    edit: writeScalar(place, value),
    filter: value,
  }));
}
