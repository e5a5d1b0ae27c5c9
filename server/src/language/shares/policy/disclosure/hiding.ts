import type { System } from './system';

/** What is hidden so far, with the rule that hides each. */
export type Hiding = Map<number, string>;

/** Hides a quantity with what goes with it. A rule of its own is told before one that protects another. */
export function hide(system: System, hidden: Hiding, index: number, rule: string): void {
  if (system.quantities[index]?.isShown !== true) return;
  const before = hidden.get(index);
  if (before === undefined || (isSecondary(before) && !isSecondary(rule))) hidden.set(index, rule);
  for (const other of system.dependents[index] ?? []) if (!hidden.has(other)) hide(system, hidden, other, rule);
}

/** Whether a number is hidden for the sake of another. */
export function isSecondary(rule: string): boolean {
  return rule === 'secondary' || rule === 'differencing';
}
