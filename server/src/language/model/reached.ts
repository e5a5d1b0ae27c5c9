import { fullName } from '../expression';
import type { Codebook, Universe } from './codebook';
import { loneCondition } from './lone-condition';
import { chainedQuery } from './query';
import { triedRelation } from './tried-relation';
import { isRouted, universeOfName } from './universe';

type Reached = 'yes' | 'no' | 'unknown';

/**
 * Whether somebody is asked a question, or an item of it, by its full name. Where its routing hangs on one question alone, that
 * is told from who is asked that one; so there is an answer also at the end of a long chain.
 */
export function isReached(codebook: Codebook, name: string): Reached {
  return isRouted(codebook, name) ? routedReached(codebook, name) : 'yes';
}

const routedReached = chainedQuery<Reached>(
  (codebook, name): readonly string[] => {
    const from = stepTo(codebook, name)?.from;
    return from === undefined || !isRouted(codebook, from) ? [] : [from];
  },
  (codebook, name): Reached => {
    const step = stepTo(codebook, name);
    if (step === undefined) return reachedByTrying(codebook, universeOfName(codebook, name));
    const from = isReached(codebook, step.from);
    return from === 'yes' && !step.passes ? 'no' : from;
  },
  { meanwhile: 'unknown' },
);

/** What somebody who is asked the question above must do to be asked this one. */
interface StepFrom {
  /** The question or item whose universe this one's is, but for one condition. */
  readonly from: string;
  /** Whether some of its answers make the condition yes. */
  readonly passes: boolean;
}

function stepTo(codebook: Codebook, name: string): StepFrom | undefined {
  const [variable = '', item] = name.split('.');
  const declaration = codebook.variables.get(variable)?.declaration;
  if (declaration?.kind !== 'question') return undefined;
  const own = item === undefined ? declaration.askIf : declaration.items.find(({ id }) => id.text === item)?.askIf;
  if (own === undefined) return item === undefined ? undefined : { from: variable, passes: true };
  // An item with routing of its own beside that of its question hangs on both.
  if (item !== undefined && declaration.askIf !== undefined) return undefined;
  const lone = loneCondition(codebook, own);
  return lone && { from: fullName(lone.variable, lone.item), passes: lone.canBeYes };
}

function reachedByTrying(codebook: Codebook, universe: Universe): Reached {
  const [first] = universe;
  if (first === undefined) return 'yes';
  const { kind } = triedRelation(codebook, { text: first.expression, where: 'ask_if' }, universe);
  return kind === 'empty_universe' ? 'no' : kind === 'unknown' ? 'unknown' : 'yes';
}
