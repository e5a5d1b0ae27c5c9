import { fullName } from '../../expression';
import type { Codebook, Variable } from '../../model/codebook';
import { columnsNamedByData } from '../../model/data-columns';
import type { Name } from '../../model/declarations';
import { isOwnVariable } from '../../model/dependencies';
import type { DataFinding } from '../../shares';
import type { Place } from '../../syntax/entry';
import type { CheckSubject, Finding } from '../check';

/** What a check says about one thing found in the data. */
type Said = Omit<Finding, 'place'>;

/** Everything of one kind that was found in the data, at the place in the codebook it is about. */
export function* foundInData(
  { codebook, bound }: CheckSubject,
  kind: DataFinding['kind'],
  say: (finding: DataFinding, name: string, written: Name | undefined) => Said,
): Iterable<Finding> {
  for (const finding of bound?.findings() ?? []) {
    if (finding.kind !== kind) continue;
    const written = columnName(codebook, finding);
    const place = placeOf(codebook, finding, written);
    if (place !== undefined) yield { place, ...say(finding, nameOf(finding), written) };
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

/** "3 respondents". */
export function respondents(count: number): string {
  return count === 1 ? '1 respondent' : `${count} respondents`;
}

/** Cell texts with their counts: "`7` (3 times), `x` (once)". */
export function examplesText({ examples }: DataFinding): string {
  return examples.map(({ text, count }) => `\`${text}\` (${count === 1 ? 'once' : `${count} times`})`).join(', ');
}
