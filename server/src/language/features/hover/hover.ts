import type { ExplainLanguage } from '../../expression';
import type { Snapshot } from '../../workspace';
import { nameAt } from '../name-at';
import { pageOf } from '../page';
import { answerHover } from './answer';
import { columnHover } from './column';
import { commentHover } from './comment';
import { expressionHover } from './expression';
import { keyHover } from './key';
import { languageHover } from './language';
import { nameHover } from './name';
import { publishedHover } from './published';
import type { Hover } from './types';

/** What is known of the name, function, value or key at an offset; in the reader's language where the codebook has it. */
export function hoverAt(snapshot: Snapshot, file: string, offset: number, language: ExplainLanguage): Hover | undefined {
  const page = pageOf(snapshot, file, language);
  if (page === undefined) return undefined;
  const name = nameAt(snapshot, file, offset);
  const markdown = name === undefined ? '' : nameHover(page, name);
  if (name !== undefined && markdown !== '') return { span: name.place.span, markdown };
  for (const about of others) {
    const hover = about(page, file, offset);
    if (hover !== undefined) return hover;
  }
  return undefined;
}

/** What may be under the cursor that is no name, the narrowest first. */
const others = [commentHover, publishedHover, answerHover, languageHover, expressionHover, columnHover, keyHover];
