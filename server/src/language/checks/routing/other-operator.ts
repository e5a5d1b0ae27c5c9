import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { ExpressionText } from '../../model/declarations';
import type { ExpressionPlace } from '../../model/scope';
import type { Fix } from '../../problem';
import { offered } from '../fixes/edits';

/** `a and b` with `or` in its middle, or the other way round: the slip that most often makes a condition always or never yes. */
export function otherOperator(
  codebook: Codebook,
  text: ExpressionText,
  where: ExpressionPlace,
  from: 'and' | 'or',
): readonly Fix[] {
  const { typed } = checkedExpression(codebook, text, where).checked;
  if (typed.kind !== 'logic' || typed.operator !== from) return [];
  if (typed.left.kind === 'logic' || typed.right.kind === 'logic') return [];
  const between = text.parsed.text.slice(typed.left.span.end, typed.right.span.start);
  const at = between.search(/\b(?:and|or)\b/);
  if (at < 0) return [];
  const start = typed.left.span.end + at;
  const newText = from === 'and' ? 'or' : 'and';
  const place = text.toPlace({ start, end: start + from.length });
  return offered(`Change \`${from}\` to \`${newText}\``, [{ place, newText }]);
}
