import type { Fix } from '../../problem';
import type { Entry } from '../../syntax/entry';
import type { Check, CheckSubject, Finding } from '../check';

export const tabIndentation: Check = {
  code: 'tab-indentation',
  severity: 'error',
  title: 'Tab in the indentation',
  doc: {
    why: 'YAML does not allow tabs in front of a key, because a tab has no fixed width. Indent with spaces; the fix puts two for each tab of the file.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied:
\t\ttext: Are you satisfied?
\t\ttype: text
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied:
    text: Are you satisfied?
    type: text
`,
  },
  where: ['damage'],
  run: findTabs,
};

/** Told once for a file: whoever uses tabs uses them on every line, and one fix cures them all. */
function* findTabs({ entries }: CheckSubject): Iterable<Finding> {
  for (const entry of entries) {
    const first = entry.problems.find((problem) => problem.code === 'tab-indentation');
    if (first === undefined) continue;
    yield {
      place: { entry, span: first.span },
      expected: 'Lines must be indented with spaces.',
      found: first.found,
      fixes: [toSpaces(entry)],
      cause: 'tabs',
    };
  }
}

function toSpaces(entry: Entry): Fix {
  const edits = [...entry.text.matchAll(/^ *\t[ \t]*/gm)].map((indentation) => ({
    place: { entry, span: { start: indentation.index, end: indentation.index + indentation[0].length } },
    newText: indentation[0].replaceAll('\t', '  '),
  }));
  return { title: 'Indent with spaces', safe: false, edits };
}
