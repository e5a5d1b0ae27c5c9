import type { Codebook } from '../../model/codebook';
import type { IndicatorDeclaration } from '../../model/declarations';
import { resolveIndicator } from '../../model/indicators';
import type { Check, CheckSubject, Finding } from '../check';
import { operandOf, typeInWords } from '../indicators/operands';
import { supportByActor } from './support-by-actor';

export const testNeedsTwoVariables: Check = {
  code: 'test-needs-two-variables',
  severity: 'error',
  title: 'Test of independence without two variables',
  doc: {
    why: 'A test of independence is of a table of two variables: the categories the indicator is of, by those of one variable it is split by. A number has no such table; compare its groups instead.',
    wrong: supportByActor('related: {measure: distribution, of: support, by: [], test: independence}'),
    right: supportByActor('related: {measure: distribution, of: support, by: [actor], test: independence}'),
  },
  looksAt: ['indicators'],
  run: findWithout,
};

function* findWithout({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const indicator of own.indicators) {
    const found = indicator.test === undefined ? undefined : faultOf(codebook, indicator);
    if (found === undefined || indicator.test === undefined) continue;
    yield {
      place: indicator.test.place,
      expected: 'A test of independence must be of categories or a condition, split by one variable.',
      found,
    };
  }
}

function faultOf(codebook: Codebook, indicator: IndicatorDeclaration): string | undefined {
  const { by } = resolveIndicator(codebook, indicator);
  const type = operandOf(codebook, indicator, 'of')?.type;
  if (type !== undefined && type.kind !== 'category' && type.kind !== 'yes_no')
    return `\`${indicator.id.text}\` is of ${typeInWords(type)}`;
  if (by.length === 0) return `\`${indicator.id.text}\` is not split by anything`;
  return by.every((split) => split.length > 1) ? `\`${indicator.id.text}\` is split by crossings alone` : undefined;
}
