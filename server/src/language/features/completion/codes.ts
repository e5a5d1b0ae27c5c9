import type { Variable } from '../../model/codebook';
import type { CategoryDeclaration, MissingDeclaration, QuestionDeclaration, ScaleDeclaration } from '../../model/declarations';
import { usesNamed } from '../../model/use-index';
import { countedTexts, distinctTexts } from '../../shares/text-column';
import type { TextColumn } from '../../shares/types';
import { memberPairs, quoteText } from '../../syntax';
import { remembered } from '../../text/remember';
import { tableOf } from './columns';
import { writeSource } from './edit';
import type { Pool } from './pools';
import type { CompletionPlace } from './types';
import { completionWords } from './words';

/** Codes that stand in the columns a scale or question is about, most frequent first: those it does not have yet, then its own. */
export function codePools(place: CompletionPlace): readonly Pool[] {
  const { free, own, detailOf } = codesInData(place);
  const pool = (ids: readonly string[]): Pool => ({
    ids,
    labelOf: () => '',
    complete: (id) => ({
      label: id,
      kind: 'code',
      detail: detailOf(id),
      documentation: '',
      edit: writeSource(place, writtenCode(id, place.cursor.flow)),
      filter: id,
    }),
  });
  return [pool(free), pool(own)];
}

export interface CodesInData {
  /** Those that the scale or question does not have yet. */
  readonly free: readonly string[];
  readonly own: readonly string[];
  /** How many answers have a code, in words. */
  readonly detailOf: (code: string) => string;
}

export function codesInData(place: CompletionPlace): CodesInData {
  const { cursor, codebook, language } = place;
  const counts = countsIn(place, variablesAt(place));
  const declared = new Set(codesAt(place).filter((code) => code !== cursor.scalar?.text));
  const codes = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([code]) => code);
  const fits = codebook.questions.get(String(cursor.path[1]))?.type === 'number' ? isSentinel : () => true;
  return {
    free: codes.filter((code) => !declared.has(code) && fits(code)),
    own: codes.filter((code) => declared.has(code)),
    // Where the policy protects respondents, how many gave an answer is told by tables alone.
    detailOf: (code) =>
      codebook.policy?.disclosure === undefined ? completionWords(language).answers(counts.get(code) ?? 0) : '',
  };
}

/** Codes are texts as they stand in the file: a number needs no quotes. */
export function writtenCode(code: string, flow: boolean): string {
  return /^-?[\d.]+$/.test(code) ? code : quoteText(code, { flow });
}

/** What a number question may call missing is no number, is below zero, or looks like all nines. */
function isSentinel(code: string): boolean {
  return !/^\d+(?:[.,]\d+)?$/.test(code) || /^9{2,}$/.test(code);
}

/** The questions on a scale, or the one whose own codes these are. */
function variablesAt({ codebook, cursor }: CompletionPlace): readonly Variable[] {
  const [section, id = ''] = cursor.path.map(String);
  if (section !== 'scales') return [codebook.variables.get(id) ?? []].flat();
  const users = usesNamed(codebook, { kind: 'scale', name: id }).filter(({ declares }) => !declares);
  const names = new Set(users.flatMap(({ place }) => memberPairs(place.entry).map(({ pair }) => pair.key.text)));
  return [...names].flatMap((name) => codebook.variables.get(name) ?? []);
}

function countsIn(place: CompletionPlace, variables: readonly Variable[]): ReadonlyMap<string, number> {
  const columns = variables.flatMap(({ column, items }) => [
    ...(column === undefined ? [] : [column]),
    ...items.map((item) => item.column),
  ]);
  const counts = new Map<string, number>();
  for (const name of columns) {
    const column = tableOf(place)?.columns.get(name);
    if (column === undefined || distinctTexts(column) > mostCodes) continue;
    for (const [code, count] of countsOf(column)) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  return counts;
}

/** A column with more values holds no codes. */
const mostCodes = 5000;

const countsOf = remembered((column: TextColumn): ReadonlyMap<string, number> => {
  const counts = new Map(countedTexts(column).map(({ text, count }) => [text, count]));
  counts.delete('');
  return counts;
});

function codesAt({ codebook, cursor }: CompletionPlace): readonly string[] {
  const [section, id = ''] = cursor.path.map(String);
  const question = codebook.questions.get(id);
  const scale = section === 'scales' ? codebook.scales.get(id) : ownScale(question);
  const declared: readonly (CategoryDeclaration | MissingDeclaration)[] = [
    ...(scale?.categories ?? []),
    ...(scale?.missing ?? []),
    ...(section === 'questions' ? (question?.missing ?? []) : []),
  ];
  return declared.flatMap(({ code }) => code?.text ?? []);
}

function ownScale(question: QuestionDeclaration | undefined): ScaleDeclaration | undefined {
  const scale = question?.scale;
  return scale !== undefined && 'kind' in scale ? scale : undefined;
}
