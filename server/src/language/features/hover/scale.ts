import type { Labels } from '../../expression/types';
import type { LocalizedText } from '../../model/declarations';
import { labelIn } from '../../model/labels';
import { schemaAt } from '../../schema';
import { wholeCode } from '../../text/code';
import type { Page } from '../page';
import { textIn } from '../readings/texts';
import { variablesOn } from '../variables-on';
import { heading } from './heading';
import { escapeMarkdown, paragraphs, wordTable } from './markdown';
import { termOf } from './term';

/** A scale's answers by code, what counts as missing, its groups, and who uses it. */
export function scaleHover(page: Page, id: string): string {
  const { codebook, words, language } = page;
  const scale = codebook.scales.get(id);
  if (scale === undefined) return '';
  const { fields } = words;
  const label = (text: LocalizedText | undefined, name: string) => textIn(codebook, text, language) || name;
  const hasScores = scale.categories.some((category) => category.score !== undefined);
  const rows = [
    ...scale.categories.map((one) => [
      one.code?.text ?? '',
      label(one.label, one.id.text),
      one.id.text,
      one.score?.text ?? '',
      '',
    ]),
    ...scale.missing.map((one) => [
      one.code?.text ?? '',
      label(one.label, one.id.text),
      one.id.text,
      '',
      words.kind[one.missingKind ?? 'invalid'],
    ]),
  ];
  const hasMissing = scale.missing.length > 0;
  const keep = (row: readonly string[]) => row.filter((_, at) => (at !== 3 || hasScores) && (at !== 4 || hasMissing));
  const groups = scale.groups.map(
    (group) =>
      `- ${escapeMarkdown(label(group.label, group.id.text))} ${wholeCode(group.id.text)}: ${group.of.map(({ text }) => wholeCode(text)).join(', ')}`,
  );
  return paragraphs([
    heading(
      textIn(codebook, scale.label, language),
      words.names.scale,
      id,
      scale.order === undefined ? [] : [words.order[scale.order]],
    ),
    wordTable(keep([fields.code, fields.label, fields.id, fields.score, fields.kind]), rows.map(keep)),
    groups.join('\n'),
    usersOf(page, id),
    termOf(schemaAt(['scales']), words),
  ]);
}

/** As many as are easily read. */
const mostUsers = 12;

function usersOf(page: Page, scale: string): string {
  const users = variablesOn(page, { kind: 'scale', id: scale }).map(({ name }) => wholeCode(name));
  if (users.length === 0) return '';
  const shown = users.slice(0, mostUsers).join(', ');
  return `${page.words.fields.questions}: ${shown}${users.length > mostUsers ? ' …' : ''}`;
}

/** "1 Yes · 2 No", for a line. */
export function answersLine(
  answers: readonly { readonly id: string; readonly code?: string | undefined; readonly labels: Labels }[],
  language: string,
): string {
  return answers
    .map(
      ({ id, code: written, labels }) =>
        `${written === undefined ? '' : `${wholeCode(written)} `}${escapeMarkdown(labelIn(labels, language, id))}`,
    )
    .join(' · ');
}
