import { missing, type Row } from '../expression';
import type { Step } from '../expression/evaluate-steps';
import { type ConstantValue, constant } from './value';

/** What constants come to is worked out here and now, by the very steps that evaluate one respondent. */
const nobody: Row = () => missing('invalid');
export function folded(step: Step, item?: string): ConstantValue {
  return constant(step(nobody, item, undefined));
}

export function stepOf({ value }: ConstantValue): Step {
  return () => value;
}
