import { checkedExpression } from '../../model/checked';
import type { Codebook, FileModel } from '../../model/codebook';
import type { DerivedDeclaration, LocalizedText, Name, ScaleDeclaration } from '../../model/declarations';
import type { Place } from '../../syntax/entry';
import type { CheckSubject } from '../check';
import { restsOnSound } from '../expressions/sound';
import type { Interval } from './interval';
import { intervalOfCondition } from './interval-of-condition';
import { intervalOfLabel } from './interval-of-label';

/** Categories that cut numbers into classes, by their conditions or by what their labels print. */
export interface ClassList {
  readonly kind: 'conditions' | 'labels';
  readonly name: string;
  /** Where what is said of the whole list stands. */
  readonly place: Place;
  readonly classes: readonly NumberedClass[];
  /** Whether each category is a class, so that what none of them takes is taken by none. */
  readonly isWhole: boolean;
  /** The numbers there can be, where that is stated. */
  readonly range?: Interval;
}

export interface NumberedClass {
  readonly id: Name;
  readonly interval: Interval;
}

/** Every list of classes that an entry declares. Conditions count before labels, as they say what is done. */
export function classListsOf({ codebook, own }: CheckSubject): readonly ClassList[] {
  const ofDerived = own.derived.flatMap((derived) => {
    const byCondition = conditionClasses(codebook, derived);
    return byCondition.length > 0
      ? byCondition
      : labelledClasses(codebook, derived.id.text, derived.id.place, derived.categories);
  });
  const ofScales = scalesOf(own).flatMap((scale) =>
    labelledClasses(codebook, scale.name, scale.place, scale.declaration.categories),
  );
  return [...ofScales, ...ofDerived];
}

interface NamedScale {
  readonly name: string;
  readonly place: Place;
  readonly declaration: ScaleDeclaration;
}

function scalesOf(own: FileModel): readonly NamedScale[] {
  const named = own.scales.flatMap((declaration) =>
    declaration.id === undefined ? [] : [{ name: declaration.id.text, place: declaration.id.place, declaration }],
  );
  const inline = own.questions.flatMap(({ id, scale }) =>
    scale !== undefined && 'kind' in scale ? [{ name: id.text, place: id.place, declaration: scale }] : [],
  );
  return [...named, ...inline];
}

/** One class at least must have two ends: points of a scale may carry lone numbers. */
function labelledClasses(
  { languages }: Codebook,
  name: string,
  place: Place,
  categories: readonly { readonly id: Name; readonly label?: LocalizedText | undefined }[],
): readonly ClassList[] {
  for (const language of languages.length > 0 ? languages : ['']) {
    const classes = categories.flatMap(({ id, label }) => {
      const text = label?.byLanguage[language] ?? label?.byLanguage[''];
      const interval = text === undefined ? undefined : intervalOfLabel(text.text);
      return interval === undefined ? [] : [{ id, interval }];
    });
    const isClassList = classes.length > 1 && classes.some(({ interval }) => interval.includesLow && interval.includesHigh);
    if (isClassList) return [{ kind: 'labels', name, place, classes, isWhole: classes.length === categories.length }];
  }
  return [];
}

function conditionClasses(codebook: Codebook, derived: DerivedDeclaration): readonly ClassList[] {
  const name = derived.id.text;
  if (codebook.variables.get(name)?.declaration !== derived || !restsOnSound(codebook, name)) return [];
  const conditions = derived.categories.flatMap(({ id, when }) => (when === undefined ? [] : [{ id, when }]));
  const read = conditions.flatMap(({ id, when }) => {
    const found = intervalOfCondition(checkedExpression(codebook, when, 'derived', 'condition').checked.typed);
    return found === undefined ? [] : [{ id, ...found }];
  });
  const variables = new Set(read.map(({ variable }) => variable));
  const [variable] = variables;
  if (variable === undefined || variables.size > 1 || read.length < 2) return [];
  const range = codebook.variables.get(variable)?.declaration.range;
  const isWhole = read.length === conditions.length && derived.otherwise === undefined;
  return [
    {
      kind: 'conditions',
      name,
      place: derived.id.place,
      classes: read.map(({ id, interval }) => ({ id, interval })),
      isWhole,
      ...(range === undefined ? {} : { range: rangeAsInterval(range.low, range.high) }),
    },
  ];
}

function rangeAsInterval(low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY): Interval {
  return { low, high, includesLow: Number.isFinite(low), includesHigh: Number.isFinite(high) };
}
