import { expressionContext, type Proposal, parseExpression } from '../../expression';
import { type ExpressionPlace, scopeFor } from '../../model/scope';
import { schemaAt } from '../../schema';
import { type NodePath, sourceSpan, textOffset } from '../../syntax';
import type { Cursor } from '../../syntax/cursor-spot';
import type { Pair, ScalarNode } from '../../syntax/tree';
import { shift } from '../../text/span';
import { labelFor } from './edit';
import type { Completion, CompletionKind, CompletionPlace } from './types';

/** What may stand at the cursor inside an expression; `undefined` where it is in none. */
export function completeExpression(place: CompletionPlace): readonly Completion[] | undefined {
  const found = expressionAt(place.cursor);
  if (found === undefined) return undefined;
  const where = placeOf(found.path);
  const { replace, proposals } = expressionContext(parseExpression(found.text), scopeFor(place.codebook, where), found.at);
  const span = found.scalar === undefined ? undefined : shift(sourceSpan(found.scalar, replace), place.cursor.placed.start);
  const isBehind = found.scalar === undefined || replace.start >= found.scalar.text.length;
  const target =
    span === undefined || isBehind ? { start: place.offset - (replace.end - replace.start), end: place.offset } : span;
  const prefix = found.scalar === undefined ? place.cursor.prefix : '';
  return proposals.map((proposal) => completionOf(place, proposal, target, prefix));
}

interface ExpressionAt {
  readonly path: NodePath;
  /** As far as it is typed, with the blanks before the cursor. */
  readonly text: string;
  readonly at: number;
  /** Absent where nothing is typed yet. */
  readonly scalar: ScalarNode | undefined;
}

function expressionAt(cursor: Cursor): ExpressionAt | undefined {
  const { path, spot, scalar, placed, offset } = cursor;
  if (spot === 'none' && cursor.map !== undefined) return behindExpression(cursor);
  if (!isExpression(path) || (spot !== 'value' && spot !== 'new-value')) return undefined;
  if (scalar === undefined) return { path, text: '', at: 0, scalar: undefined };
  return { path, text: scalar.text, at: textOffset(scalar, offset - placed.start), scalar };
}

/** Behind a blank that follows an expression: YAML does not count the blank to it, who types does. */
function behindExpression({ path, map, placed, offset }: Cursor): ExpressionAt | undefined {
  const at = offset - placed.start;
  const pair = map?.pairs.filter((one) => one.value.kind === 'scalar' && one.value.span.end <= at).at(-1);
  if (pair?.value.kind !== 'scalar' || pair.value.style !== 'plain' || !isExpression([...path, pair.key.text]))
    return undefined;
  const gap = placed.entry.text.slice(endOf(pair), at);
  if (!/^[ \t]+$/.test(gap)) return undefined;
  const text = pair.value.text + gap;
  return { path: [...path, pair.key.text], text, at: text.length, scalar: pair.value };
}

function endOf({ value }: Pair): number {
  return value.span.end;
}

function isExpression(path: NodePath): boolean {
  return schemaAt(path)?.role === 'expression';
}

/** Counts stand in `derived` alone; an indicator's and a figure's `of` may give a value for each item. */
function placeOf(path: NodePath): ExpressionPlace {
  const key = path.at(-1);
  if (key === 'ask_if') return 'ask_if';
  if (key === 'value' || key === 'when') return 'derived';
  return key === 'of' ? 'indicator_of' : 'among';
}

function completionOf(
  place: CompletionPlace,
  proposal: Proposal,
  span: { readonly start: number; readonly end: number },
  prefix: string,
): Completion {
  const { kind, detail, documentation } = about(place, proposal);
  const call = proposal.kind === 'function';
  const newText = `${prefix}${proposal.text}${call ? '()' : followsBlank(place, proposal, span.end) ? ' ' : ''}`;
  const caret = call ? { caret: newText.length - 1 } : {};
  return { label: proposal.text, kind, detail, documentation, edit: { span, newText }, ...caret, filter: proposal.text };
}

/** Behind an operator something must follow. */
function followsBlank({ snapshot, file }: CompletionPlace, { kind, text }: Proposal, end: number): boolean {
  const isOperator = kind === 'keyword' && text !== 'yes' && text !== 'no';
  return isOperator && !/^[ \t]/.test(snapshot.files.get(file)?.text.slice(end, end + 1) ?? '');
}

interface About {
  readonly kind: CompletionKind;
  readonly detail: string;
  readonly documentation: string;
}

function about(place: CompletionPlace, proposal: Proposal): About {
  switch (proposal.kind) {
    case 'variable':
      return { kind: 'variable', detail: labelFor(place, proposal.variable.labels, proposal.text), documentation: '' };
    case 'item':
      return { kind: 'item', detail: labelFor(place, proposal.labels, proposal.text), documentation: '' };
    case 'category':
      return { kind: 'category', detail: labelFor(place, proposal.category.labels, proposal.text), documentation: '' };
    case 'group':
      return { kind: 'category', detail: labelFor(place, proposal.group.labels, proposal.text), documentation: '' };
    case 'function':
      return {
        kind: 'function',
        detail: proposal.function.signature,
        documentation: proposal.function.meaning[place.language],
      };
    case 'missing_kind':
      return { kind: 'category', detail: '', documentation: '' };
    case 'keyword':
      return { kind: 'keyword', detail: '', documentation: '' };
  }
}
