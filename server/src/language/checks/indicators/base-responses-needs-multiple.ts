import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { BaseText, IndicatorDeclaration } from '../../model/declarations';
import { isAlwaysSubstantive } from '../../model/indicators';
import type { Fix } from '../../problem';
import type { Check, CheckSubject, Finding } from '../check';
import { dropKey } from '../expressions/edits';
import { changeTo, offered } from '../fixes/edits';
import { operandOf } from './operands';
import { indicatorOfSupport } from './support-example';

export const baseResponsesNeedsMultiple: Check = {
  code: 'base-responses-needs-multiple',
  severity: 'error',
  title: 'Share of ticks without ticks',
  doc: {
    why: '`base: responses` is the share of all ticks, so it has a meaning only where respondents tick several options. Everywhere else the base is respondents.',
    wrong: indicatorOfSupport('supported: {measure: share, of: support = high, base: responses}'),
    right: indicatorOfSupport('supported: {measure: share, of: support = high, base: answered}'),
  },
  looksAt: ['indicators', 'figures'],
  run: findTickless,
};

const expected = '`base: responses` must stand beside the share of a multiple response.';

function* findTickless({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const indicator of own.indicators) {
    if (indicator.base?.base === 'responses') yield* tickless(codebook, indicator, indicator.base);
  }
  // The header's own entry tells what would hold for all.
  const inherited = own.header.defaults?.base;
  if (inherited?.base !== 'responses') return;
  yield { place: inherited.place, expected, found: 'here it would be the base of every indicator', fixes: others(inherited) };
}

function* tickless(codebook: Codebook, indicator: IndicatorDeclaration, base: BaseText): Iterable<Finding> {
  const { id, measure } = indicator;
  if (measure !== undefined && measure !== 'share') {
    const fixes = offered('Remove the base', isAlwaysSubstantive(measure) ? dropKey(indicator, 'base') : []);
    const found = `\`${id.text}\` has the measure \`${measure}\``;
    yield { place: base.place, expected, found, fixes: fixes.length > 0 ? fixes : others(base) };
    return;
  }
  const operand = operandOf(codebook, indicator, 'of');
  if (operand === undefined || (operand.isVector && namesMultiple(codebook, indicator))) return;
  yield { place: base.place, expected, found: `\`${id.text}\` is of no multiple response`, fixes: others(base) };
}

function others({ place }: BaseText): readonly Fix[] {
  return ['answered', 'substantive', 'asked'].map((base) => changeTo(base, place));
}

function namesMultiple(codebook: Codebook, { of }: IndicatorDeclaration): boolean {
  if (of === undefined) return false;
  return checkedExpression(codebook, of, 'indicator_of').checked.uses.some(({ name, meaning }) => {
    const declaration = meaning.kind === 'variable' ? codebook.variables.get(name)?.declaration : undefined;
    return declaration?.kind === 'question' && declaration.type === 'multiple';
  });
}
