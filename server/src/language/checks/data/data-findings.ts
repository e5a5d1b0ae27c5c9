import { fullName } from '../../expression';
import type { Codebook, Variable } from '../../model/codebook';
import { columnsNamedByData } from '../../model/data-columns';
import type { Name } from '../../model/declarations';
import { isOwnVariable } from '../../model/dependencies';
import type { DataFinding } from '../../shares';
import { policyOf } from '../../shares/policy';
import type { Place } from '../../syntax/entry';
import type { CheckSubject, Finding } from '../check';

/** What a check says about one thing found in the data. */
type Said = Omit<Finding, 'place'>;

/** Everything of one kind that was found in the data, at the place in the codebook it is about. */
export function* foundInData(
  { codebook, bound }: CheckSubject,
  kind: DataFinding['kind'],
  say: (finding: DataFinding, name: string, written: Name | undefined, least: number) => Said,
): Iterable<Finding> {
  const least = policyOf(codebook).disclosure?.minCount ?? 0;
  for (const finding of bound?.findings() ?? []) {
    if (finding.kind !== kind) continue;
    const written = columnName(codebook, finding);
    const place = placeOf(codebook, finding, written);
    if (place !== undefined) yield { place, ...say(finding, nameOf(finding), written, least) };
  }
}

/** A question, an item of it, or a column of the data themselves, as the codebook calls it. */
function nameOf({ variable, item, column }: DataFinding): string {
  return variable === undefined ? column : fullName(variable, item);
}

/** The column's name where the codebook's own file spells it out. */
function columnName(codebook: Codebook, { variable, item, column }: DataFinding): Name | undefined {
  if (variable === undefined) {
    return columnsNamedByData(codebook.data).find((name) => name.text === column);
  }
  const declared = ownDeclaration(codebook, variable);
  if (item === undefined) return declared?.column;
  return declared?.kind === 'question' ? declared.items.find(({ id }) => id.text === item)?.column : undefined;
}

/** What is imported has no place in this file: then it is said where the data are named. */
function placeOf(codebook: Codebook, { variable = '', item }: DataFinding, written: Name | undefined): Place | undefined {
  if (written !== undefined) return written.place;
  const declared = ownDeclaration(codebook, variable);
  const ofItem = declared?.kind === 'question' ? declared.items.find(({ id }) => id.text === item) : undefined;
  return (ofItem ?? declared)?.id.place ?? codebook.data?.file?.place ?? codebook.data?.place;
}

function ownDeclaration(codebook: Codebook, variable: string): Variable['declaration'] | undefined {
  return isOwnVariable(codebook, variable) ? codebook.variables.get(variable)?.declaration : undefined;
}

/** "3 respondents". @param least so many may be counted; fewer, where the policy protects them, may not */
export function respondents(count: number, least: number): string {
  if (isFew(count, least)) return `fewer than ${least} respondents`;
  return count === 1 ? '1 respondent' : `${count} respondents`;
}

/** Whether so few respondents are not counted aloud. */
export function isFew(count: number, least: number): boolean {
  return count > 0 && count < least;
}

/**
 * Cell texts with their counts: "`7` (3 times), `x` (once)". Where the policy protects those who are few, codes stand without
 * counts, as each would tell the last; and what is no code, as an amount may be somebody's alone, is not named.
 */
export function examplesText({ kind, examples }: DataFinding, least: number): string {
  const few = examples.filter(({ count }) => isFew(count, least));
  if (few.length > 0) {
    const named = kind === 'unknown-code' ? examples : examples.filter((example) => !few.includes(example));
    const others = named.length < examples.length ? ['values of few respondents'] : [];
    return [...named.map(({ text }) => `\`${text}\``), ...others].join(', ');
  }
  return examples.map(({ text, count }) => `\`${text}\` (${count === 1 ? 'once' : `${count} times`})`).join(', ');
}
