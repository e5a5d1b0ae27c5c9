import type { ExplainLanguage } from '../../expression';
import type { Snapshot } from '../../workspace';
import { scaleHover } from '../hover/scale';
import { variableHover } from '../hover/variable';
import { pageOf } from '../page';

/** What a hover says of a scale, question or derived variable, in Markdown; `''` of all else. */
export function documentationOf(
  snapshot: Snapshot,
  file: string,
  { kind, id }: { readonly kind: string; readonly id: string },
  language: ExplainLanguage,
): string {
  const page = pageOf(snapshot, file, language);
  if (page === undefined) return '';
  if (kind === 'variable') return variableHover(page, id);
  return kind === 'scale' ? scaleHover(page, id) : '';
}
