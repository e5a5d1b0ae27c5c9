import type { TypedExpression } from '../../expression';
import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { ExpressionText } from '../../model/declarations';
import { universeOf, universeOfExpression } from '../../model/universe';
import type { ShareTable } from '../types';

/**
 * What a reader of the codebook knows about how its numbers hang together, beyond what one table shows: which tables count the
 * same people, which groups are unions of others. Names are the codebook's.
 */
export interface Relations {
  /** What a table counts, so that two tables of the same thing are known to be. */
  readonly countsOf: (table: ShareTable, item?: string) => Counts;
  /** Members of a group of the scale that a table has a row for. */
  readonly members: (table: ShareTable, net: string) => readonly string[];
  /** Variables that merge the categories of another, with what each group is made of. */
  readonly merges: ReadonlyMap<string, Merge>;
}

export interface Counts {
  /** A variable, or an expression as it is written. */
  readonly of: string;
  /** The category that a yes stands for: `leadership = high` counts `high` of `leadership`. */
  readonly yes: string;
  /** What restricts the base: what is looked at and what it must be; absent where nothing does. */
  readonly among: { readonly of: string; readonly yes: string } | undefined;
  /** Whether nobody is left out by routing. */
  readonly isForAll: boolean;
  /** Whether what is counted is a condition, so that a total is a number of people. */
  readonly isCondition: boolean;
}

export interface Merge {
  readonly of: string;
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

export function relationsOf(codebook: Codebook): Relations {
  return {
    countsOf: ({ subject }, item) =>
      subject.kind === 'indicator'
        ? indicatorCounts(codebook, subject.id, item)
        : { ...nothing, of: subject.id, isForAll: universeOf(codebook, subject.id, item).length === 0 },
    members: (table, net) => membersOf(codebook, table, net),
    merges: mergesOf(codebook),
  };
}

const nothing: Counts = { of: '', yes: 'yes', among: undefined, isForAll: true, isCondition: false };

function indicatorCounts(codebook: Codebook, id: string, item?: string): Counts {
  const declared = codebook.indicators.get(id);
  if (declared === undefined) return { ...nothing, of: `indicator ${id}` };
  const { of, per, among } = declared;
  const restriction = { among: among && simplest(codebook, among, 'among') };
  if (of === undefined) return { ...nothing, ...restriction };
  const counted = simplest(codebook, of, 'indicator_of');
  return {
    ...counted,
    ...restriction,
    isForAll: universeOfExpression(codebook, of, 'indicator_of', item).length === 0,
    of: per === undefined ? counted.of : `${counted.of} per ${per.parsed.text.trim()}`,
  };
}

/** What an expression counts, as the variable and category it comes to where it is as simple as that. */
function simplest(
  codebook: Codebook,
  text: ExpressionText,
  where: 'indicator_of' | 'among',
): Pick<Counts, 'of' | 'yes' | 'isCondition'> {
  const { typed, type } = checkedExpression(codebook, text, where).checked;
  const scalar = type.kind === 'vector' ? type.of : type;
  const isCondition = scalar.kind === 'yes_no';
  const category = typed.kind === 'reading' ? { of: nameOf(typed), yes: 'yes' } : comparedCategory(typed);
  return { isCondition, ...(category ?? { of: `(${text.parsed.text.trim().replaceAll(/\s+/g, ' ')})`, yes: 'yes' }) };
}

function nameOf(typed: Extract<TypedExpression, { kind: 'reading' }>): string {
  return typed.item === undefined ? typed.variable : `${typed.variable}.${typed.item}`;
}

/** `q = category`, and `q = group`. */
function comparedCategory(typed: TypedExpression): { readonly of: string; readonly yes: string } | undefined {
  if (typed.kind === 'comparison' && typed.operator === '=' && typed.left.kind === 'reading') {
    const { right } = typed;
    if (right.kind !== 'constant' || typeof right.value === 'number') return undefined;
    return { of: nameOf(typed.left), yes: typeof right.value === 'boolean' ? yesNo(right.value) : right.value };
  }
  if (typed.kind !== 'one_of' || typed.negated || typed.operand.kind !== 'reading') return undefined;
  const [only, ...more] = typed.options;
  if (only === undefined || more.length > 0 || only.kind === 'value') return undefined;
  return { of: nameOf(typed.operand), yes: only.kind === 'group' ? only.group.id : only.category.id };
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** Members of a group of the scale that a table has a row for. */
export function membersOf(codebook: Codebook, { subject }: ShareTable, net: string): readonly string[] {
  const name = subject.kind === 'indicator' ? indicatorCounts(codebook, subject.id).of : subject.id;
  const [variable = ''] = name.split('.');
  const scale = codebook.variables.get(variable)?.scale;
  return scale?.groups.find(({ id }) => id === net)?.members ?? [];
}

/** Derived variables `of` another; a group of its scale stands for the categories in it. */
function mergesOf(codebook: Codebook): ReadonlyMap<string, Merge> {
  const merges = new Map<string, Merge>();
  for (const [id, derived] of codebook.derived) {
    const scale = codebook.variables.get(derived.of?.text ?? '')?.scale;
    if (derived.of === undefined || scale === undefined) continue;
    const expand = (name: string): readonly string[] => scale.groups.find((group) => group.id === name)?.members ?? [name];
    const groups = derived.categories.map(
      (category) => [category.id.text, (category.of ?? []).flatMap(({ text }) => expand(text))] as const,
    );
    merges.set(id, { of: derived.of.text, groups: new Map(groups) });
  }
  return merges;
}
