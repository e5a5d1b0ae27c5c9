import { type SchemaPlace, schemaAt, schemaIn } from '../../schema';
import type { Entry } from '../../syntax/entry';
import type { ScalarNode, SyntaxNode } from '../../syntax/tree';
import type { Check, CheckSubject, Finding } from '../check';
import { isInCutText } from './flow-rests';

export const quoteYesNo: Check = {
  code: 'quote-yes-no',
  severity: 'hint',
  title: 'Yes, no, on or off without quotes',
  doc: {
    why: 'A codebook reads `yes` and `no` as the words they are, but readers of YAML 1.1 (R, Python) turn them into truth values. With quotes the file means the same to everyone.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: multiple, options: {work: Work}, unticked: means_no, label: No}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: multiple, options: {work: Work}, unticked: means_no, label: "No"}
`,
  },
  run: findUnquoted,
};

function* findUnquoted(subject: CheckSubject): Iterable<Finding> {
  for (const entry of subject.entries) {
    for (const { span, text } of truthWords(entry)) {
      const place = { entry, span };
      if (isInCutText(subject, place)) continue;
      yield {
        place,
        expected: 'The words yes, no, on and off should stand in quotes.',
        found: `\`${text}\` is a truth value in YAML 1.1`,
        fixes: [{ title: 'Put it in quotes', safe: true, edits: [{ place, newText: `"${text}"` }] }],
      };
    }
  }
}

const truthWord = /^(?:yes|no|on|off)$/i;

/**
 * Such a word where a key or a value begins, and where one ends behind it. Sentences have the same words in nearly every entry: for
 * those alone the tree, which may have to be read again, is not walked. Of damaged text it can't tell.
 */
const aloneInText = /(?:^\uFEFF?|[-:,?{[]|[&!]\S*[ \t])[ \t]*(?:yes|no|on|off)[ \t]*(?:[:,}\]#]|$)/im;

/** The words without quotes, in the order of the text, but for values that are meant as truth values. */
function truthWords(entry: Entry): readonly ScalarNode[] {
  if (entry.problems.length === 0 && !aloneInText.test(entry.text)) return [];
  const found: ScalarNode[] = [];
  gather(entry.root, schemaAt(entry.role === 'member' ? [entry.section] : []), found);
  return found.sort((a, b) => a.span.start - b.span.start);
}

function gather(node: SyntaxNode, place: SchemaPlace | undefined, found: ScalarNode[]): void {
  switch (node.kind) {
    case 'empty':
      return;
    case 'scalar':
      if (isTruthWord(node) && !isMeant(place)) found.push(node);
      return;
    case 'list':
      for (const item of node.items) gather(item, schemaIn(place, 0), found);
      return;
    case 'map':
      for (const { key, value } of node.pairs) {
        if (isTruthWord(key)) found.push(key);
        gather(value, schemaIn(place, key.text), found);
      }
  }
}

function isTruthWord({ style, text }: ScalarNode): boolean {
  return style === 'plain' && text.length <= 3 && truthWord.test(text);
}

function isMeant(place: SchemaPlace | undefined): boolean {
  return place?.values?.some(({ value }) => value === 'true') === true;
}
