import { remembered } from '../../model/remember';
import { schemaAt } from '../../schema';
import { walk } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { ScalarNode } from '../../syntax/tree';
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

/** The words without quotes, but for values that are meant as truth values. */
const truthWords: (entry: Entry) => readonly ScalarNode[] = remembered((entry) => {
  if (!/\b(?:yes|no|on|off)\b/i.test(entry.text)) return [];
  const found: ScalarNode[] = [];
  const top = entry.role === 'member' ? [entry.section] : [];
  for (const { node, path } of walk(entry.root, top)) {
    if (node.kind === 'map') found.push(...node.pairs.map((pair) => pair.key).filter(isTruthWord));
    else if (node.kind === 'scalar' && isTruthWord(node) && !isMeant(path)) found.push(node);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
});

function isTruthWord({ style, text }: ScalarNode): boolean {
  return style === 'plain' && truthWord.test(text);
}

function isMeant(path: readonly (string | number)[]): boolean {
  return schemaAt(path)?.values?.some(({ value }) => value === 'true') === true;
}
