import { functionNamed, rulesFor } from '../../expression';
import type { Fix } from '../../problem';
import { insertMember, quoteText } from '../../syntax';
import type { FileNow } from '../check';
import { offered } from '../fixes/edits';
import { freshId } from '../fixes/fresh-id';
import { labelOf } from '../names/declarations-to-add';
import { replaceInExpression } from './edits';
import type { ExpressionFinding } from './expression-findings';

/** Of the words of the expression. */
const longestName = 30;

/** An expression that counts where it can't, as a derived variable, with each rule for unknown items that is worth considering. */
export function countAsDerived({ codebook, syntax }: FileNow, { text, written }: ExpressionFinding): readonly Fix[] {
  const { parsed, place } = text.text;
  const isAlone = text.problems.length === 1 && place.entry.section !== 'derived';
  const name = functionNamed(written)?.name;
  if (!isAlone || name === undefined || !isAggregate(name)) return [];
  const value = parsed.text.trim();
  const id = freshId(value.slice(0, longestName), (one) => codebook.variables.has(one));
  const possible = rulesFor(name);
  return (['determinable', 'as_no', 'complete'] as const)
    .filter((rule) => possible.includes(rule))
    .flatMap((rule) => {
      const flow = `{label: ${labelOf(id)}, value: ${quoteText(value, { flow: true })}, unknown: ${rule}}`;
      const declared = insertMember(syntax, 'derived', { key: id, flow });
      const use = replaceInExpression(text.text, { start: 0, end: parsed.text.length }, id);
      return declared === undefined
        ? []
        : offered(`Make it the derived variable \`${id}\`, \`unknown: ${rule}\``, [declared, use]);
    });
}

const aggregates = ['count', 'any', 'all', 'sum', 'mean'] as const;

function isAggregate(name: string): name is (typeof aggregates)[number] {
  return (aggregates as readonly string[]).includes(name);
}
