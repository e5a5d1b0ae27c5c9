import type { Codebook, Variable } from '../../model/codebook';
import type { IndicatorDeclaration, Name } from '../../model/declarations';
import { resolveIndicator } from '../../model/indicators';
import { code } from '../../text/code';
import { nearest } from '../../text/nearest';
import type { Check, CheckSubject, Finding } from '../check';
import { changeTo } from '../fixes/edits';
import { operandOf } from '../indicators/operands';
import { supportByActor } from './support-by-actor';

export const compareUnknownGroup: Check = {
  code: 'compare-unknown-group',
  severity: 'error',
  title: 'Comparison of what is not in the table',
  doc: {
    why: 'A difference is between two numbers of one table: those of two groups of a variable it is split by, or, in a distribution, those of two categories. What the table does not have can’t be compared.',
    wrong: supportByActor('gap: {measure: share, of: support = high, by: [actor], compare: [agency, regions]}'),
    right: supportByActor('gap: {measure: share, of: support = high, by: [actor], compare: [agency, region]}'),
  },
  looksAt: ['indicators'],
  run: findUnknown,
};

function* findUnknown({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const indicator of own.indicators) {
    const lists = comparable(codebook, indicator);
    if (lists !== undefined && indicator.compare?.kind === 'named') yield* problemsOf(indicator.compare.names, lists);
  }
}

const expected = 'A comparison must name two groups of one split, or two categories of a distribution.';

function* problemsOf(names: readonly Name[], lists: readonly (readonly string[])[]): Iterable<Finding> {
  const unknown = names.filter(({ text }) => !lists.some((list) => list.includes(text)));
  for (const { text, place } of unknown) {
    const similar = nearest(text, ...lists);
    const hint = similar[0] === undefined ? '' : `; the nearest is ${code(similar[0])}`;
    yield { place, expected, found: `${code(text)} is neither${hint}`, fixes: similar.map((name) => changeTo(name, place)) };
  }
  const [one, other] = names;
  if (unknown.length > 0 || one === undefined || other === undefined) return;
  if (one.text === other.text) yield { place: other.place, expected, found: `${code(one.text)} is compared with itself` };
  else if (!lists.some((list) => list.includes(one.text) && list.includes(other.text)))
    yield { place: other.place, expected, found: `${code(one.text)} and ${code(other.text)} stand in different variables` };
}

/** What may be compared with each other; `undefined` where a variable is not there or not understood, which is told elsewhere. */
function comparable(codebook: Codebook, indicator: IndicatorDeclaration): readonly (readonly string[])[] | undefined {
  const splits = resolveIndicator(codebook, indicator).by.flat();
  const variables = splits.map((name) => codebook.variables.get(name));
  const operand = operandOf(codebook, indicator, 'of');
  if (variables.some((variable) => variable?.type === undefined) || operand === undefined) return undefined;
  const { type } = operand;
  const scale = indicator.measure !== 'distribution' || type.kind !== 'category' ? undefined : type.scale;
  const ofScale = [...(scale?.categories ?? []), ...(scale?.groups ?? []), ...(scale?.missing ?? [])].map(({ id }) => id);
  const yesNo = indicator.measure === 'distribution' && type.kind === 'yes_no' ? ['yes', 'no'] : [];
  return [...variables.map(groupsOf), ofScale, yesNo].filter((list) => list.length > 0);
}

function groupsOf(variable: Variable | undefined): readonly string[] {
  if (variable?.type?.kind === 'yes_no') return ['yes', 'no'];
  return (variable?.scale?.categories ?? []).map(({ id }) => id);
}
