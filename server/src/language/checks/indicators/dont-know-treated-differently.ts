import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { IndicatorDeclaration } from '../../model/declarations';
import { resolveIndicator } from '../../model/indicators';
import { idsOf, isOwnDeclaration } from '../../model/inputs';
import { query } from '../../model/query';
import { isSameList } from '../../model/same';
import { categoryOwner } from '../../model/uses';
import type { Fix } from '../../problem';
import type { Check, CheckSubject, Finding } from '../check';
import { addKey } from '../expressions/edits';
import { changeTo, offered } from '../fixes/edits';
import { operandOf } from './operands';

export const dontKnowTreatedDifferently: Check = {
  code: 'dont-know-treated-differently',
  severity: 'hint',
  title: 'Don’t know counted in one indicator and left out of another',
  doc: {
    why: 'Two shares on the same scale can’t be compared where don’t know is in the base of one but not of the other. Use one base for both, or write in a `note` why they differ.',
    wrong: `codebook: example
languages: [en]
scales:
  extent:
    categories: {high: {code: 1, label: High}, some: {code: 2, label: Some}}
    missing: {dont_know: {code: 8, kind: dont_know, label: Not sure}}
questions:
  support: {label: Support, scale: extent}
  culture: {label: Culture, scale: extent}
indicators:
  supported: {measure: share, of: support = high, base: answered}
  cultured: {measure: share, of: culture = high, base: substantive}
`,
    right: `codebook: example
languages: [en]
scales:
  extent:
    categories: {high: {code: 1, label: High}, some: {code: 2, label: Some}}
    missing: {dont_know: {code: 8, kind: dont_know, label: Not sure}}
questions:
  support: {label: Support, scale: extent}
  culture: {label: Culture, scale: extent}
indicators:
  supported: {measure: share, of: support = high, base: answered}
  cultured: {measure: share, of: culture = high, base: answered}
`,
  },
  runOnFile: findDifferent,
};

interface Treatment {
  readonly keeps: boolean;
  readonly hasNote: boolean;
  /** The scales with a don't know that the questions it names answer on. */
  readonly scales: readonly string[];
}

/** The first indicator on a scale sets the way; each later one that goes another is told, once. */
function* findDifferent({ codebook }: CheckSubject): Iterable<Finding> {
  const firstOn = new Map<string, string>();
  for (const id of idsOf(codebook, 'indicator')) {
    const treatment = treatmentOf(codebook, id);
    for (const scale of treatment?.scales ?? []) {
      const first = firstOn.get(scale);
      if (first === undefined) firstOn.set(scale, id);
      const isAlike = first === undefined || treatmentOf(codebook, first)?.keeps === treatment?.keeps;
      if (isAlike || treatment === undefined || treatment.hasNote) continue;
      yield* different(codebook, id, treatment.keeps, scale, first);
      break;
    }
  }
}

/** Kept by id, so that an edit which leaves the treatment as it was goes no further. */
const treatmentOf = query(
  (codebook: Codebook, id: string): Treatment | undefined => {
    const indicator = codebook.indicators.get(id);
    if (indicator === undefined || !isOwnDeclaration(codebook, indicator)) return undefined;
    const keeps = keepsDontKnow(codebook, indicator);
    const hasNote = indicator.note !== undefined;
    return keeps === undefined ? undefined : { keeps, hasNote, scales: scalesWithDontKnow(codebook, indicator) };
  },
  { isSame: isSameTreatment },
);

function isSameTreatment(one: Treatment | undefined, other: Treatment | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.keeps === other.keeps && one.hasNote === other.hasNote && isSameList(one.scales, other.scales);
}

function different(codebook: Codebook, id: string, keeps: boolean, scale: string, first: string): readonly Finding[] {
  const [later, earlier] = [codebook.indicators.get(id), codebook.indicators.get(first)];
  if (later === undefined || earlier === undefined) return [];
  return [{ ...findingOf(later, keeps, scale, earlier), fixes: sameBase(codebook, later, earlier) }];
}

function findingOf({ id, base }: IndicatorDeclaration, keeps: boolean, scale: string, first: IndicatorDeclaration): Finding {
  const words = keeps ? 'keeps don’t know in its base' : 'leaves don’t know out of its base';
  return {
    place: base?.place ?? id.place,
    expected: 'Shares that stand beside each other should treat don’t know alike.',
    found: `\`${id.text}\` ${words}, unlike \`${first.id.text}\` on \`${scale}\``,
    related: [
      {
        place: first.base?.place ?? first.id.place,
        text: `\`${first.id.text}\` ${keeps ? 'leaves it out of its base' : 'keeps it in its base'}`,
      },
    ],
  };
}

function sameBase(codebook: Codebook, indicator: IndicatorDeclaration, first: IndicatorDeclaration): readonly Fix[] {
  const { base } = resolveIndicator(codebook, first);
  if (base === undefined) return [];
  if (indicator.base !== undefined) return [changeTo(base, indicator.base.place)];
  return offered(`Add \`base: ${base}\``, addKey(indicator, 'base', base));
}

/** `undefined` for what has no choice: means are always of substantive answers. */
function keepsDontKnow(codebook: Codebook, indicator: IndicatorDeclaration): boolean | undefined {
  if (indicator.measure !== 'share' && indicator.measure !== 'distribution') return undefined;
  const { base } = resolveIndicator(codebook, indicator);
  if (base === undefined || base === 'responses') return undefined;
  return base !== 'substantive';
}

/** The scales with a don't know that the questions an indicator names answer on. */
function scalesWithDontKnow(codebook: Codebook, indicator: IndicatorDeclaration): readonly string[] {
  const type = operandOf(codebook, indicator, 'of')?.type.kind;
  if (indicator.of === undefined || type === undefined) return [];
  // A share of what is no condition has a problem of its own.
  if (indicator.measure === 'share' && type !== 'yes_no') return [];
  const { uses } = checkedExpression(codebook, indicator.of, 'indicator_of').checked;
  const scales = uses.flatMap(({ name, meaning }) => {
    const variable = meaning.kind === 'variable' ? codebook.variables.get(name) : undefined;
    const hasDontKnow = variable?.scale?.missing.some(({ kind }) => kind === 'dont_know') === true;
    return hasDontKnow ? (categoryOwner(variable)?.id ?? []) : [];
  });
  return [...new Set(scales)];
}
