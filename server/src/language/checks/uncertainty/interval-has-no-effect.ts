import type { IndicatorDeclaration, Measure } from '../../model/declarations';
import type { PlacedEdit } from '../../problem';
import { mapPair, removePair } from '../../syntax';
import type { Check, CheckSubject, Finding } from '../check';
import { dropKey } from '../expressions/edits';
import { inEntry, pairAt, safely } from '../fixes/edits';
import { supportByActor } from './support-by-actor';

export const intervalHasNoEffect: Check = {
  code: 'interval-has-no-effect',
  severity: 'hint',
  title: 'Interval method of something other than a share',
  doc: {
    why: 'The methods of intervals are for shares, which end at 0 and 1. The interval of a mean or total is the estimate ± t × its standard error, and that of a quantile is Woodruff’s, whatever is stated. Remove the method; `level` and `df` hold for all.',
    wrong: supportByActor('size: {measure: mean, of: employees, ci: {method: wilson, level: 0.9}}'),
    right: supportByActor('size: {measure: mean, of: employees, ci: {level: 0.9}}'),
  },
  looksAt: ['indicators'],
  run: findIdle,
};

const withMethods: readonly Measure[] = ['share', 'distribution'];

function* findIdle({ own }: CheckSubject): Iterable<Finding> {
  for (const indicator of own.indicators) {
    const { ci, measure } = indicator;
    if (ci?.method === undefined || ci.methodName === undefined || measure === undefined) continue;
    if (withMethods.includes(measure)) continue;
    yield {
      place: ci.methodName.place,
      expected: 'The method of an interval is for shares and distributions.',
      found: `\`${ci.method}\` changes nothing in a ${measure}`,
      tag: 'unnecessary',
      fixes: safely('Remove the method', withoutMethod(indicator)),
    };
  }
}

/** Without the method, or without `ci` where it says nothing else. */
function withoutMethod(indicator: IndicatorDeclaration): readonly PlacedEdit[] {
  const { entry } = indicator;
  const map = mapPair(pairAt(indicator.id.place)?.pair.value, 'ci')?.value;
  const method = mapPair(map, 'method');
  if (map?.kind !== 'map' || method === undefined) return [];
  return map.pairs.length === 1 ? dropKey(indicator, 'ci') : [inEntry(entry, removePair(entry.text, map, method))];
}
