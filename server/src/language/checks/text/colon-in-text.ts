import type { Fix } from '../../problem';
import { quoteText } from '../../syntax';
import type { Entry, SyntaxProblem } from '../../syntax/entry';
import type { Check } from '../check';
import { betweenTypographic } from './between-typographic';
import { fromSyntax } from './from-syntax';
import { valueAt } from './value-at';

export const colonInText: Check = {
  code: 'colon-in-text',
  severity: 'error',
  title: 'Colon in a text without quotes',
  doc: {
    why: 'A colon followed by a space makes YAML take what stands before it for a key. Put the whole text in quotes.',
    wrong: `codebook: example
languages: [en]
questions:
  vote:
    text: Vote: yes or no?
    type: text
`,
    right: `codebook: example
languages: [en]
questions:
  vote:
    text: "Vote: yes or no?"
    type: text
`,
  },
  where: ['damage'],
  run: fromSyntax('colon-in-text', 'A text with a colon and a space in it must stand in quotes.', quote),
};

function quote(entry: Entry, { span }: SyntaxProblem): readonly Fix[] {
  const cut = valueAt(entry.root, span.start);
  if (cut === undefined) return [];
  const { value, inBrackets } = cut;
  const written = entry.text.slice(value.span.start, value.span.end);
  const newText = quoteText(betweenTypographic(written) ?? written, { flow: inBrackets });
  return [{ title: 'Put the text in quotes', safe: false, edits: [{ place: { entry, span: value.span }, newText }] }];
}
