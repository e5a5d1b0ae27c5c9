import type { Fix } from '../../problem';
import { quoteText } from '../../syntax';
import type { Entry, SyntaxProblem } from '../../syntax/entry';
import type { Check } from '../check';
import { fromSyntax } from './from-syntax';
import { valueAt } from './value-at';

export const commentCutsText: Check = {
  code: 'comment-cuts-text',
  severity: 'error',
  title: 'Comment that cuts a text',
  doc: {
    why: 'A space and `#` start a comment, so the rest of the line is not part of the text or expression. Put the whole text in quotes, or put a space after `#` if a comment is intended.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied:
    text: Question #3 of 5
    type: text
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied:
    text: "Question #3 of 5"
    type: text
`,
  },
  where: ['damage'],
  run: fromSyntax('comment-cuts-text', 'A text with a space and `#` in it must stand in quotes.', quoteWhole),
};

/** Inside brackets the text is taken to end where the next comma or bracket ends it. */
function quoteWhole(entry: Entry, { span }: SyntaxProblem): readonly Fix[] {
  const before = entry.text.slice(0, span.start).trimEnd().length;
  const cut = valueAt(entry.root, before);
  if (cut === undefined) return [];
  const { value, inBrackets } = cut;
  const comment = entry.text.slice(span.start, span.end);
  const length = inBrackets ? comment.search(/[,\]}]|$/) : comment.length;
  const whole = { start: value.span.start, end: span.start + comment.slice(0, length).trimEnd().length };
  const newText = quoteText(entry.text.slice(whole.start, whole.end), { flow: inBrackets });
  return [{ title: 'Put the whole text in quotes', safe: false, edits: [{ place: { entry, span: whole }, newText }] }];
}
