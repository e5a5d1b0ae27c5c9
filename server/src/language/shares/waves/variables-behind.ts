import { namesIn } from '../../expression';
import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { DerivedDeclaration, ExpressionText, QuestionDeclaration } from '../../model/declarations';
import { expressionsIn } from '../../model/expression-sites';
import type { ExpressionPlace } from '../../model/scope';
import type { Plan } from '../plan';
import type { ShareTable } from '../types';

/** A table with the codebook it is of, and what it was made from. */
export interface TableOf {
  readonly codebook: Codebook;
  readonly plan: Plan;
  readonly table: ShareTable;
}

/** Questions and derived variables by name, with the items of a battery that are read, or all. */
export type Behind = ReadonlyMap<string, ItemsRead>;

export type ItemsRead = ReadonlySet<string> | 'all';

/** What the numbers of a table, who they are among and its groups rest on, directly or not. */
export function variablesBehind({ codebook, plan, table: { subject, by } }: TableOf): Behind {
  const indicator = subject.kind === 'indicator' ? codebook.indicators.get(subject.id) : undefined;
  const own = indicator === undefined ? [whole(subject.id)] : [];
  const written = [
    { text: indicator?.of, where: 'indicator_of' },
    { text: indicator?.per, where: 'indicator_of' },
    { text: plan.amongText, where: 'among' },
  ] as const;
  const open = [...own, ...written.flatMap(({ text, where }) => readingsIn(codebook, text, where)), ...by.map(whole)];
  const found = new Map<string, ItemsRead>();
  for (let reading = open.shift(); reading !== undefined; reading = open.shift()) {
    const { name, items } = reading;
    const declaration = codebook.variables.get(name)?.declaration;
    const known = found.get(name);
    if (declaration === undefined) continue;
    found.set(name, together(known, items));
    if (known === undefined) open.unshift(...readingsOf(codebook, declaration));
  }
  return found;
}

interface Reading {
  readonly name: string;
  readonly items: ItemsRead;
}

function whole(name: string): Reading {
  return { name, items: 'all' };
}

function readingsOf(codebook: Codebook, declaration: QuestionDeclaration | DerivedDeclaration): readonly Reading[] {
  const merged = declaration.kind === 'derived' && declaration.of !== undefined ? [whole(declaration.of.text)] : [];
  return [...merged, ...expressionsIn(declaration).flatMap(({ text, where }) => readingsIn(codebook, text, where))];
}

function readingsIn(codebook: Codebook, text: ExpressionText | undefined, where: ExpressionPlace): readonly Reading[] {
  if (text === undefined) return [];
  const { typed } = checkedExpression(codebook, text, where).checked;
  return namesIn(typed).map(({ variable, item }) => ({
    name: variable,
    items: item === undefined ? 'all' : new Set([item]),
  }));
}

function together(one: ItemsRead | undefined, other: ItemsRead): ItemsRead {
  if (one === 'all' || other === 'all') return 'all';
  return new Set([...(one ?? []), ...other]);
}
