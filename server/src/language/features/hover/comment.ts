import { checkByCode } from '../../checks';
import { cursorAt, switchedOffIn } from '../../syntax';
import { wholeCode } from '../../text/code';
import { contains, shift } from '../../text/span';
import type { Page } from '../page';
import { paragraphs, strong } from './markdown';
import type { Hover } from './types';

/** What a check is for whose code a comment switches off; a code that is none is told as a problem. */
export function commentHover({ snapshot }: Page, file: string, offset: number): Hover | undefined {
  const syntax = snapshot.files.get(file);
  const cursor = syntax && cursorAt(syntax, offset);
  if (cursor?.spot !== 'comment') return undefined;
  const { entry, start } = cursor.placed;
  const named = switchedOffIn(entry).find(({ codeSpan }) => contains(codeSpan, offset - start));
  const check = named && checkByCode(named.code);
  if (named === undefined || check === undefined) return undefined;
  const markdown = paragraphs([`${strong(check.title)}  \n${wholeCode(check.code)}`, check.doc.why]);
  return { span: shift(named.codeSpan, start), markdown };
}
