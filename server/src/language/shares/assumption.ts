import type { Engine } from './engine';
import type { Plan } from './plan';
import type { Assumption } from './types';

/** What the standard errors of a plan rest on. */
export function assumptionOf(plan: Plan, engine: Engine): Assumption {
  const isReplicated = engine.sample(plan.designed).kind === 'replicates';
  const isWeighted = plan.weighted && engine.weighted;
  return {
    variance: varianceOf(plan, engine, isReplicated),
    calibration: isReplicated ? 'replicated' : isWeighted ? 'not_reflected' : 'unweighted',
  };
}

function varianceOf({ designed }: Plan, engine: Engine, isReplicated: boolean): Assumption['variance'] {
  if (!engine.designed) return 'respondents';
  if (!designed) return 'ignored';
  return isReplicated ? 'replicates' : 'design';
}
