import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { FigureDeclaration } from '../../model/declarations';
import { figureLines } from '../../review/ledger';
import type { SubjectName } from '../../shares';
import { boundDataOf } from '../../workspace';
import { countText } from '../numbers/text';
import type { Page } from '../page';

export interface Published {
  /** Of figures that differ. */
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
}

/** How the published numbers of a subject compare with those computed, a line for each figure that gives some. */
export function publishedNotes({ snapshot, codebook, words }: Page, subject: SubjectName): Published {
  const bound = boundDataOf(snapshot, codebook.file);
  if (bound === undefined) return { warnings: [], notes: [] };
  const compared = [...codebook.figures.values()].flatMap((figure) => {
    if (!isOf(codebook, figure, subject)) return [];
    const lines = figureLines(codebook, bound, figure).filter(({ status }) => status === 'equal' || status === 'differs');
    if (lines.length === 0) return [];
    const differing = lines.filter(({ status }) => status === 'differs').length;
    const page = figure.source?.page;
    const source = page === undefined ? '' : words.notes.page(page);
    const count = countText(lines.length, words);
    return differing === 0
      ? [{ differs: false, text: words.notes.published(count, source) }]
      : [{ differs: true, text: words.notes.differs(countText(differing, words), count, source) }];
  });
  const textsOf = (wanted: boolean) => compared.flatMap(({ differs, text }) => (differs === wanted ? [text] : []));
  return { warnings: textsOf(true), notes: textsOf(false) };
}

/** A figure is of an indicator, or of a variable or an item of it with the defaults. */
function isOf(codebook: Codebook, { indicator, of }: FigureDeclaration, { kind, id }: SubjectName): boolean {
  if (kind === 'indicator' || of === undefined) return kind === 'indicator' && indicator?.text === id;
  const { typed } = checkedExpression(codebook, of, 'indicator_of').checked;
  return typed.kind === 'reading' && typed.variable === id;
}
