import type { ExplainLanguage } from '../../expression';
import type { Described } from '../../schema/place';

/** What the schema says of a key or value; `''` where it says nothing. */
export function described(description: Described | undefined, language: ExplainLanguage): string {
  return description?.[language] ?? '';
}
