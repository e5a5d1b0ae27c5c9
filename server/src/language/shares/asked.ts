import { checkedExpression } from '../model/checked';
import type { CheckedText, Codebook } from '../model/codebook';
import type { ExpressionText } from '../model/declarations';
import { modelOf } from '../model/file-model';
import { readFile } from '../syntax';
import type { Plan } from './plan';
import { operandOf } from './plan-indicator';

/** What is asked beside what the codebook says: instead of its splits, and within what it is among. */
export interface Asked {
  readonly by?: readonly (readonly string[])[];
  readonly among?: ExpressionText;
}

/** What keeps a question from being answered, or what is asked. */
export type AskedResult =
  | { readonly kind: 'asked'; readonly asked: Asked }
  | { readonly kind: 'unknown_variable'; readonly name: string }
  | { readonly kind: 'not_categorical'; readonly name: string }
  | { readonly kind: 'too_many'; readonly split: string }
  | { readonly kind: 'problems'; readonly problems: CheckedText['problems'] };

/**
 * Reads what somebody typed beside the codebook.
 * @param by splits as in a codebook: `actor`, `level * size_class`
 * @param among a condition on the codebook's variables
 */
export function readAsked(codebook: Codebook, by: readonly string[] | undefined, among: string | undefined): AskedResult {
  const { splits, condition } = declared(by ?? [], among);
  for (const split of splits) {
    if (split.length > 2) return { kind: 'too_many', split: split.join(' * ') };
    for (const name of split) {
      const variable = codebook.variables.get(name);
      if (variable === undefined) return { kind: 'unknown_variable', name };
      if (variable.type?.kind !== 'category' && variable.type?.kind !== 'yes_no') return { kind: 'not_categorical', name };
    }
  }
  if (condition !== undefined) {
    const { problems } = checkedExpression(codebook, condition, 'among', 'condition');
    if (problems.length > 0) return { kind: 'problems', problems };
  }
  return {
    kind: 'asked',
    asked: { ...(by === undefined ? {} : { by: splits }), ...(condition === undefined ? {} : { among: condition }) },
  };
}

/** Splits and conditions are read as those of an indicator are. */
function declared(by: readonly string[], among: string | undefined) {
  const condition = among === undefined ? '' : `, among: ${JSON.stringify(among)}`;
  const text = `indicators:\n  asked: {by: [${by.map((split) => JSON.stringify(split)).join(', ')}]${condition}}\n`;
  const [indicator] = modelOf('asked', readFile(text)).indicators;
  return {
    splits: (indicator?.by ?? []).map(({ variables }) => variables.map((name) => name.text)),
    condition: indicator?.among,
  };
}

/** The plan with what is asked: its own `among` and that which is asked must both be yes. */
export function planAsked(codebook: Codebook, plan: Plan, asked: Asked): Plan {
  const by = asked.by === undefined ? {} : { by: asked.by };
  if (asked.among === undefined) return { ...plan, ...by };
  const both = [plan.amongText, asked.among].flatMap((text) => (text === undefined ? [] : [`(${text.parsed.text})`]));
  const condition = declared([], both.join(' and ')).condition ?? asked.among;
  const checked = checkedExpression(codebook, condition, 'among', 'condition');
  return { ...plan, ...by, among: operandOf(codebook, checked, 'among', undefined), amongText: condition };
}
