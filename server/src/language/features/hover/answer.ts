import type { Owner } from '../../model/codebook';
import { cursorAt } from '../../syntax';
import type { Page } from '../page';
import { categoryHover } from './category';
import type { Hover } from './types';

/** A code or score in a scale: the answer it belongs to. */
export function answerHover(page: Page, file: string, offset: number): Hover | undefined {
  const syntax = page.snapshot.files.get(file);
  const cursor = syntax && cursorAt(syntax, offset);
  if (cursor?.spot !== 'value' || cursor.scalar === undefined) return undefined;
  const { path, placed, scalar, replace } = cursor;
  const key = path.at(-1);
  const [parts, id] = key === 'code' || key === 'score' ? path.slice(-3) : path.slice(-2);
  const isAnswer = (parts === 'categories' || parts === 'missing') && typeof id === 'string';
  const owner = isAnswer ? ownerOf(path) : undefined;
  if (owner === undefined || !isAnswer) return undefined;
  const place = { entry: placed.entry, span: scalar.span };
  return { span: replace, markdown: categoryHover(page, { kind: 'category', name: id, owner, place, declares: true }) };
}

/** A named scale, or the question or derived variable whose own answers they are. */
function ownerOf([section, id]: readonly (string | number)[]): Owner | undefined {
  if (typeof id !== 'string') return undefined;
  if (section === 'scales') return { kind: 'scale', id };
  return section === 'questions' || section === 'derived' ? { kind: 'variable', id } : undefined;
}
