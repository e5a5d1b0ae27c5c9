import type { Codebook } from '../../server/src/language/model/codebook';
import { resolveIndicator } from '../../server/src/language/model/indicators';
import type { Operand, TabulationRequest } from '../../server/src/language/shares/engine';
import { type Plan, planOfVariable } from '../../server/src/language/shares/plan';
import { planOfIndicator } from '../../server/src/language/shares/plan-indicator';

/** All that the tables of a codebook ask an engine, with logical bounds; or those of some indicators. */
export function requestsOf(codebook: Codebook, indicators?: readonly string[]): readonly TabulationRequest[] {
  const variables = indicators === undefined ? [...codebook.variables.values()] : [];
  const wanted = [...codebook.indicators.values()].filter(({ id }) => indicators?.includes(id.text) ?? true);
  const plans = [
    ...variables.map((variable) => planOfVariable(codebook, variable)),
    ...wanted.map((one) => planOfIndicator(codebook, resolveIndicator(codebook, one))),
  ];
  return plans.flatMap((plan) => (plan === undefined ? [] : ofPlan(plan)));
}

function ofPlan(plan: Plan): readonly TabulationRequest[] {
  const splits = plan.by.length === 0 ? [[]] : plan.by;
  return plan.rows.flatMap(({ of }) => {
    const [first, ...others] = of;
    const bounds: readonly (readonly Operand[])[] =
      first === undefined || others.length > 0
        ? []
        : (['low', 'high'] as const).map((side) => [{ kind: 'bound', side, of: first }]);
    return splits.flatMap((by) =>
      [of, ...bounds].map((operands): TabulationRequest => {
        const { weighted, designed } = plan;
        return { of: operands, ...(plan.among === undefined ? {} : { among: plan.among }), by, weighted, designed };
      }),
    );
  });
}
