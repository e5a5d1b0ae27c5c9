import type { ResponseScale } from '../../expression/types';
import type { Owner, Use, Variable } from '../../model/codebook';
import { labelIn } from '../../model/labels';
import { schemaAt } from '../../schema';
import { toldCount } from '../../shares/policy';
import type { Cell } from '../../shares/types';
import { wholeCode } from '../../text/code';
import { answerLabel } from '../answer-label';
import { countText, estimateText } from '../numbers/text';
import { type Page, shareTables } from '../page';
import { variablesOn } from '../variables-on';
import { heading } from './heading';
import { escapeMarkdown, numberTable, paragraphs } from './markdown';
import { termOf } from './term';

/** An answer: its label, code and score, what it belongs to, and how many chose it. */
export function categoryHover(page: Page, { name, owner }: Use): string {
  const { codebook, words, language } = page;
  const variables = owner === undefined ? [] : variablesOn(page, owner);
  const scale = variables.find((variable) => variable.scale !== undefined)?.scale;
  const part = scale && partOf(scale, name);
  if (scale === undefined || part === undefined) {
    const label = owner === undefined ? '' : answerLabel(codebook, owner, name, language);
    return heading(label, words.names.category, name);
  }
  const { fields } = words;
  const facts = [
    part.code === undefined ? '' : `${fields.code} ${wholeCode(part.code)}`,
    part.score === undefined ? '' : `${fields.score} ${part.score}`,
    part.missing === undefined ? '' : escapeMarkdown(words.kind[part.missing]),
    owner === undefined ? '' : `${ownerKind(page, owner)} ${wholeCode(owner.id)}`,
    part.members
      .map((member) =>
        escapeMarkdown(labelIn(scale.categories.find(({ id }) => id === member)?.labels ?? {}, language, member)),
      )
      .join(' + '),
  ];
  return paragraphs([
    heading(labelIn(part.labels, language, ''), words.names[part.kind], name),
    facts.filter((fact) => fact !== '').join(' · '),
    chosen(page, variables, part.missing === undefined ? name : `kind:${part.missing}`),
    termOf(schemaAt(['scales', '', terms[part.kind]]), words),
  ]);
}

/** A scale, or the question or derived variable that has answers of its own. */
function ownerKind({ codebook, words }: Page, { kind, id }: Owner): string {
  if (kind === 'scale') return words.fields.scale;
  return codebook.questions.has(id) ? words.names.question : words.names.derived;
}

const terms = { category: 'categories', missing: 'missing', group: 'groups' } as const;

function partOf(scale: ResponseScale, id: string) {
  const category = scale.categories.find((one) => one.id === id);
  if (category !== undefined)
    return { kind: 'category', members: [], missing: undefined, score: undefined, code: undefined, ...category } as const;
  const missing = scale.missing.find((one) => one.id === id);
  if (missing !== undefined) {
    return {
      kind: 'missing',
      members: [],
      score: undefined,
      missing: missing.kind,
      labels: missing.labels,
      code: missing.code,
    } as const;
  }
  const group = scale.groups.find((one) => one.id === id);
  if (group === undefined) return undefined;
  return {
    kind: 'group',
    score: undefined,
    missing: undefined,
    code: undefined,
    labels: group.labels,
    members: group.members,
  } as const;
}

/** Questions as many as are easily read. */
const mostQuestions = 10;

/** The share that gave this answer to each question that has it, with n. */
function chosen(page: Page, variables: readonly Variable[], category: string): string {
  const { words, language } = page;
  const rows = variables.slice(0, mostQuestions).flatMap((variable) => {
    const [table] = shareTables(page, { kind: variable.declaration.kind, id: variable.name });
    const cell = table?.cells.find((one) => one.category === category && one.item === undefined && isTotal(one));
    if (table === undefined || cell === undefined) return [];
    const base = toldCount(cell.waterfall, 'base');
    return [
      [
        labelIn(variable.labels, language, variable.name),
        estimateText(cell, table, words),
        base === undefined ? '' : countText(base.n, words),
      ],
    ];
  });
  return rows.length === 0 ? '' : numberTable(['', words.statistic.share, words.n], rows);
}

function isTotal({ groups }: Cell): boolean {
  return groups.every((group) => group === 'total');
}
