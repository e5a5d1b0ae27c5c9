import type { Fix, PlacedEdit } from '../../problem';
import { syntaxProblems } from '../../syntax';
import type { FileSyntax } from '../../syntax/entry';
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
  run: findTabs,
};

/** Told once for a file: whoever uses tabs uses them on every line, and one edit cures them all. */
function* findTabs({ syntax }: CheckSubject): Iterable<Finding> {
  const [first] = syntaxProblems(syntax).filter(({ problem }) => problem.code === 'tab-indentation');
  if (first === undefined) return;
  yield {
    place: { entry: first.entry, span: first.problem.span },
    expected: 'Lines must be indented with spaces.',
    found: first.problem.found,
    fixes: [toSpaces(syntax)],
  };
}

function toSpaces({ entries }: FileSyntax): Fix {
  const edits = entries.flatMap(({ entry }): readonly PlacedEdit[] =>
    entry.problems.some((problem) => problem.code === 'tab-indentation')
      ? [...entry.text.matchAll(/^ *\t[ \t]*/gm)].map((indentation) => ({
          place: { entry, span: { start: indentation.index, end: indentation.index + indentation[0].length } },
          newText: indentation[0].replaceAll('\t', '  '),
        }))
      : [],
  );
  return { title: 'Indent with spaces', safe: false, edits };
}
