import type { ExplainLanguage } from '../expression';
import type { Span } from '../text/span';
import type { Snapshot } from '../workspace';
import { nameAt } from './name-at';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

export function hoverAt(snapshot: Snapshot, file: string, offset: number, _language: ExplainLanguage): Hover | undefined {
  const name = nameAt(snapshot, file, offset);
  return name === undefined ? undefined : { span: name.place.span, markdown: `\`${name.use.name}\`` };
}
