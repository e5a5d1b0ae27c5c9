import { schemaAt } from '../../schema';
import { quoteText, walk } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { ScalarNode } from '../../syntax/tree';
import type { Check, CheckSubject, Finding } from '../check';
import { structureOf } from '../structure/structure-of';
import { betweenTypographic } from './between-typographic';

export const typographicQuotes: Check = {
  code: 'typographic-quotes',
  severity: 'warning',
  title: 'Typographic quotes around a text',
  doc: {
    why: 'Word processors write “ and ”, which YAML does not know: they become part of the text and appear in every table. Use straight quotes, or none; if they are intended, put straight quotes around the whole text.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied: {text: “Are you satisfied?”, type: text}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: "Are you satisfied?", type: text}
`,
  },
  run: findTypographic,
};

function* findTypographic({ entries }: CheckSubject): Iterable<Finding> {
  for (const entry of entries) {
    for (const { node, inner } of textsIn(entry)) {
      const { span, text } = node;
      const place = { entry, span };
      yield {
        place,
        expected: 'Quotes around a text must be straight ones, `"` or `\'`.',
        found: `\`${text.slice(0, 1)}\` and \`${text.slice(-1)}\` are part of the text`,
        fixes: [
          {
            title: 'Write the text without them',
            safe: false,
            edits: [{ place, newText: quoteText(inner, { flow: true }) }],
          },
        ],
      };
    }
  }
}

interface Wrapped {
  readonly node: ScalarNode;
  readonly inner: string;
}

/** What is none of the words or names that its place asks for, and what is broken, has a problem of its own. */
function textsIn(entry: Entry): readonly Wrapped[] {
  if (!/[“”„«»‘’‚]/.test(entry.text)) return [];
  const top = entry.role === 'member' ? [entry.section] : [];
  const told = [...structureOf(entry), ...entry.problems].map(({ span }) => span.start);
  return [...walk(entry.root, top)].flatMap(({ node, path }) => {
    const inner = node.kind === 'scalar' && node.style === 'plain' ? betweenTypographic(node.text) : undefined;
    if (node.kind !== 'scalar' || inner === undefined || schemaAt(path)?.role !== undefined) return [];
    return told.some((at) => node.span.start <= at && at < node.span.end) ? [] : [{ node, inner }];
  });
}
