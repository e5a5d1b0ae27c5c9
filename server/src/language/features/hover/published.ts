import type { Codebook } from '../../model/codebook';
import type { FigureDeclaration } from '../../model/declarations';
import { type FigureKey, figureKeys } from '../../model/figure-keys';
import { labelIn } from '../../model/labels';
import { readDeclarations } from '../../model/read';
import { figureLines } from '../../review/ledger';
import { formatNumber } from '../../shares/rounding';
import type { LedgerLine } from '../../shares/types';
import { cursorAt } from '../../syntax';
import { contains, shift } from '../../text/span';
import { boundDataOf } from '../../workspace';
import { answerLabel } from '../answer-label';
import type { Page } from '../page';
import { textIn } from '../readings/texts';
import { aidWords } from '../words/aids';
import { escapeMarkdown, paragraphs } from './markdown';
import type { Hover } from './types';

/** A published number beside what the definition and the data give. */
export function publishedHover(page: Page, file: string, offset: number): Hover | undefined {
  const { snapshot, codebook } = page;
  const syntax = snapshot.files.get(file);
  const placed = syntax && cursorAt(syntax, offset).placed;
  if (placed === undefined) return undefined;
  const at = offset - placed.start;
  for (const figure of readDeclarations(placed.entry).declarations) {
    if (figure.kind !== 'figure') continue;
    for (const numbers of figure.numbers) {
      const cell = numbers.cells.find(({ number }) => contains(number.place.span, at));
      if (cell === undefined) continue;
      const lines = figureLines(codebook, boundDataOf(snapshot, codebook.file), figure);
      const line = lines.find(({ place }) => place === cell.number.place);
      if (line === undefined) return undefined;
      const keys = figureKeys(codebook, figure, numbers, cell).map((key) => keyLabel(page, key));
      const markdown = paragraphs([heading(page, figure, line.statistic, keys), comparison(page, line)]);
      return { span: shift(cell.number.place.span, placed.start), markdown };
    }
  }
  return undefined;
}

function heading({ codebook, language }: Page, { id, label }: FigureDeclaration, key: string, keys: readonly string[]): string {
  const name = textIn(codebook, label, language) || id.text;
  return escapeMarkdown([name, key, ...keys].join(' · '));
}

function keyLabel({ codebook, language, words }: Page, { role, name, variable }: FigureKey): string {
  if (role === 'group' && name.text === 'total') return words.total;
  return labelOf(codebook, { role, name: name.text, variable }, language) || name.text;
}

function labelOf(
  codebook: Codebook,
  { role, name, variable }: { readonly role: FigureKey['role']; readonly name: string; readonly variable: string | undefined },
  language: string,
): string {
  if (role === 'frame') return textIn(codebook, codebook.frames.get(name)?.label, language);
  if (variable === undefined) return '';
  if (role !== 'item') return answerLabel(codebook, { kind: 'variable', id: variable }, name, language);
  return labelIn(codebook.variables.get(variable)?.items.find(({ id }) => id === name)?.labels ?? {}, language, '');
}

/** "Published 67 · computed 66.67 → 67 · equal" */
function comparison({ words }: Page, { published, computed, computedRounded, status, reason }: LedgerLine): string {
  const { comparison: said, ledger } = aidWords[words.language];
  const shown = (value: number, decimals: number) => formatNumber(value, decimals, words.language);
  const { decimals } = published;
  const parts = [`${said.published} ${published.text}`];
  if (computed !== undefined && computedRounded !== undefined) {
    const exact = computed === computedRounded ? '' : `${shown(computed, decimals + 2)} → `;
    parts.push(`${said.computed} ${exact}${shown(computedRounded, decimals)}`);
  }
  return paragraphs([escapeMarkdown([...parts, ledger[status](1)].join(' · ')), escapeMarkdown(reason ?? '')]);
}
