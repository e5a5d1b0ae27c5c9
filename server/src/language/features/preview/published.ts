import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { FigureDeclaration } from '../../model/declarations';
import { figureLines } from '../../review/ledger';
import type { SubjectName } from '../../shares';
import { boundDataOf } from '../../workspace';
import { countText } from '../numbers/text';
import type { Page } from '../page';

/** How the published numbers of a subject compare with those computed, a line for each figure that gives some. */
export function publishedNote({ snapshot, codebook, words }: Page, subject: SubjectName): readonly string[] {
  const bound = boundDataOf(snapshot, codebook.file);
  if (bound === undefined) return [];
  return [...codebook.figures.values()].flatMap((figure) => {
    if (!isOf(codebook, figure, subject)) return [];
    const lines = figureLines(codebook, bound, figure).filter(({ status }) => status === 'equal' || status === 'differs');
    if (lines.length === 0) return [];
    const equal = lines.filter(({ status }) => status === 'equal').length;
    const page = figure.source?.page;
    const source = page === undefined ? '' : words.notes.page(page);
    return [words.notes.published(countText(equal, words), countText(lines.length, words), source)];
  });
}

/** A figure is of an indicator, or of a variable or an item of it with the defaults. */
function isOf(codebook: Codebook, { indicator, of }: FigureDeclaration, { kind, id }: SubjectName): boolean {
  if (kind === 'indicator' || of === undefined) return kind === 'indicator' && indicator?.text === id;
  const { typed } = checkedExpression(codebook, of, 'indicator_of').checked;
  return typed.kind === 'reading' && typed.variable === id;
}
