import type { Fix } from '../../problem';
import type { Entry, SyntaxProblem } from '../../syntax/entry';
import type { Check } from '../check';
import { fromSyntax } from './from-syntax';
import { takesExpression } from './lost-expression';
import { valueAt } from './value-at';

export const openQuote: Check = {
  code: 'open-quote',
  severity: 'error',
  title: 'Quote that is never closed',
  doc: {
    why: 'A text that starts with a quote ends with the same quote. Until it does, it is taken to end with its line. Close it, or remove the first quote.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied:
    text: "Are you satisfied?
    type: text
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied:
    text: "Are you satisfied?"
    type: text
`,
  },
  where: ['damage'],
  run: fromSyntax('open-quote', 'A text that starts with a quote must end with one.', close),
};

/** Inside brackets, and in an expression, it can't be told where the text was meant to end. */
function close(entry: Entry, { span }: SyntaxProblem): readonly Fix[] {
  const open = valueAt(entry.root, span.start);
  if (open === undefined || open.inBrackets || takesExpression(entry, span)) return [];
  const at = open.value.span.end;
  const newText = entry.text.charAt(span.start);
  return [{ title: 'Close the quote', safe: false, edits: [{ place: { entry, span: { start: at, end: at } }, newText }] }];
}
