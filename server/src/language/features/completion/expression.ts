import { type ExpressionType, expressionContext, type Proposal, parseExpression, single } from '../../expression';
import type { Variable } from '../../model/codebook';
import { askingOrder, lastQuestion } from '../../model/dependencies';
import { scopeFor } from '../../model/scope';
import { type NodePath, sourceSpan } from '../../syntax';
import { type Span, shift } from '../../text/span';
import { expressionAt, expressionPlaceOf } from '../expression-at';
import { filterOf, labelFor, textFrom } from './edit';
import { named, variableNames } from './names';
import { type Offer, type Pool, poolOf } from './pools';
import type { Completion, CompletionKind, CompletionPlace } from './types';

/** What may stand at the cursor inside an expression; `undefined` where it is in none. */
export function expressionOffer(place: CompletionPlace): Offer | undefined {
  const found = expressionAt(place.cursor);
  if (found === undefined) return undefined;
  const scope = scopeFor(place.codebook, expressionPlaceOf(found.path));
  const { replace, first, variables: fits, last } = expressionContext(parseExpression(found.text), scope, found.at);
  const span = found.scalar === undefined ? undefined : shift(sourceSpan(found.scalar, replace), place.cursor.placed.start);
  const isBehind = found.scalar === undefined || replace.start >= found.scalar.text.length;
  const written = replace.end - replace.start;
  const target = span === undefined || isBehind ? { start: place.offset - written, end: place.offset } : span;
  const at: Written = { span: target, prefix: found.scalar === undefined ? place.cursor.prefix : '' };
  const pool = (proposals: readonly Proposal[]) => poolOf(proposals.map((proposal) => completionOf(place, proposal, at)));
  const variables = fits === undefined ? [] : [variablePool(place, found.path, fits, at)];
  return { pools: [pool(first), ...variables, pool(last)], typed: found.text.slice(replace.start, found.at) };
}

/** Where a completion is written, and behind what. */
interface Written {
  readonly span: Span;
  readonly prefix: string;
}

/** Neither the variable that is being defined nor, in routing, what is asked later may be named. */
function variablePool(
  place: CompletionPlace,
  path: NodePath,
  fits: (type: ExpressionType) => boolean,
  { span, prefix }: Written,
): Pool {
  const isDefinition = path[0] === 'questions' || path[0] === 'derived';
  const own = isDefinition ? place.codebook.variables.get(String(path[1])) : undefined;
  const isRouting = path.at(-1) === 'ask_if';
  const order = askingOrder(place.codebook, '');
  const isAskedAbove = (name: string) => {
    const last = lastQuestion(place.codebook, name);
    return last === undefined || (order.get(last) ?? 0) < (order.get(own?.name ?? '') ?? 0);
  };
  const isNamable = ({ name }: Variable) => own === undefined || (name !== own.name && (!isRouting || isAskedAbove(name)));
  const names = variableNames(place, (one) => isNamable(one) && fits(single(one.type ?? { kind: 'unknown' })));
  return { ...names, complete: (id) => ({ ...named(names, id), edit: { span, newText: prefix + id } }) };
}

function completionOf(place: CompletionPlace, proposal: Proposal, { span, prefix }: Written): Completion {
  const { kind, detail, documentation } = about(place, proposal);
  const isCall = proposal.kind === 'function';
  const newText = `${prefix}${proposal.text}${isCall ? '()' : followsBlank(place, proposal, span.end) ? ' ' : ''}`;
  const stops = isCall ? { stops: [{ start: newText.length - 1, end: newText.length - 1 }] } : {};
  const filter = filterOf(proposal.text, isCall ? '' : detail);
  return { label: proposal.text, kind, detail, documentation, edit: { span, newText }, ...stops, filter };
}

/** Behind an operator something must follow. */
function followsBlank(place: CompletionPlace, { kind, text }: Proposal, end: number): boolean {
  const isOperator = kind === 'keyword' && text !== 'yes' && text !== 'no';
  return isOperator && !/^[ \t]/.test(textFrom(place, end));
}

interface About {
  readonly kind: CompletionKind;
  readonly detail: string;
  readonly documentation: string;
}

function about(place: CompletionPlace, proposal: Proposal): About {
  switch (proposal.kind) {
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
