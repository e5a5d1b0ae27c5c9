import { checkedExpression } from '../../model/checked';
import type { Codebook, Variable } from '../../model/codebook';
import { labelIn } from '../../model/labels';
import type { ShareTable } from '../../shares/types';
import { comparisonLines } from '../numbers/comparisons';
import { notesOf } from '../numbers/notes';
import { columnHeadings, tableRows } from '../numbers/rows';
import { layOut } from '../numbers/table';
import type { Page } from '../page';
import { chartOf } from './chart';
import type { TablePreview } from './types';

/** A table with its chart and what must be known to read it. */
export function tablePreview(page: Page, table: ShareTable): TablePreview {
  const { codebook, language, words, width } = page;
  const numbers = layOut(table, language, words);
  const caption = captionOf(page, table);
  const scale = scaledVariable(codebook, table);
  const frame = {
    title: caption === '' ? words.total : caption,
    width,
    order: scale?.scale?.order,
    range: rangeOf(scale, language),
  };
  const comparisons = comparisonLines(codebook, table, language, words);
  return {
    caption,
    svg: chartOf(numbers, frame, words),
    columns: columnHeadings(numbers, words),
    rows: tableRows(numbers, words),
    ...(comparisons.length === 0 ? {} : { comparisons }),
    notes: notesOf(codebook, numbers, language, words, 'others'),
  };
}

function captionOf({ codebook, language, words }: Page, { by }: ShareTable): string {
  const names = by.map((name) => labelIn(codebook.variables.get(name)?.labels ?? {}, language, name));
  return names.length === 0 ? '' : words.splitBy([names]);
}

/** The variable whose scale the numbers stand on: itself, or the one an indicator names. */
function scaledVariable(codebook: Codebook, { subject }: ShareTable): Variable | undefined {
  if (subject.kind !== 'indicator') return codebook.variables.get(subject.id);
  const of = codebook.indicators.get(subject.id)?.of;
  if (of === undefined) return undefined;
  const { typed } = checkedExpression(codebook, of, 'indicator_of').checked;
  const reading = typed.kind === 'score' ? typed.operand : typed;
  return reading.kind === 'reading' ? codebook.variables.get(reading.variable) : undefined;
}

/** Lowest and highest score with the answers that have them, or the closed range of a number. */
function rangeOf(variable: Variable | undefined, language: string) {
  const scored = (variable?.scale?.categories ?? []).flatMap(({ score, labels, id }) =>
    score === undefined ? [] : [{ score, label: labelIn(labels, language, id) }],
  );
  const [lowest, highest] = [Math.min, Math.max].map((pick) => {
    const end = pick(...scored.map(({ score }) => score));
    return scored.find(({ score }) => score === end);
  });
  if (lowest !== undefined && highest !== undefined && lowest.score < highest.score) {
    return { range: { low: lowest.score, high: highest.score }, ends: { low: lowest.label, high: highest.label } };
  }
  const { low, high } = variable?.declaration.range ?? {};
  return low !== undefined && high !== undefined && low < high ? { range: { low, high } } : undefined;
}
