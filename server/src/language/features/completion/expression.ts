import { expressionContext, type Proposal, parseExpression } from '../../expression';
import { scopeFor } from '../../model/scope';
import { sourceSpan } from '../../syntax';
import { shift } from '../../text/span';
import { expressionAt, expressionPlaceOf } from '../expression-at';
import { labelFor } from './edit';
import type { Completion, CompletionKind, CompletionPlace } from './types';

/** What may stand at the cursor inside an expression; `undefined` where it is in none. */
export function completeExpression(place: CompletionPlace): readonly Completion[] | undefined {
  const found = expressionAt(place.cursor);
  if (found === undefined) return undefined;
  const where = expressionPlaceOf(found.path);
  const { replace, proposals } = expressionContext(parseExpression(found.text), scopeFor(place.codebook, where), found.at);
  const span = found.scalar === undefined ? undefined : shift(sourceSpan(found.scalar, replace), place.cursor.placed.start);
  const isBehind = found.scalar === undefined || replace.start >= found.scalar.text.length;
  const target =
    span === undefined || isBehind ? { start: place.offset - (replace.end - replace.start), end: place.offset } : span;
  const prefix = found.scalar === undefined ? place.cursor.prefix : '';
  return proposals.map((proposal) => completionOf(place, proposal, target, prefix));
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
