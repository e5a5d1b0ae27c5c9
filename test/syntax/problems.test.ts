import assert from 'node:assert/strict';
import { duplicateSections, readFile, syntaxProblems } from '../../server/src/language/syntax';
import { type Mark, parseFileFixture, withMarks } from '../harness/marks';
import { outline } from './outline';

/** Each: what is wrong, the text with what is said of it, and what survives. */
const damages: readonly { readonly name: string; readonly text: string; readonly reads: string }[] = [
  {
    name: 'a key half typed above another',
    text: `questions:
  staff:
    ty
#   ^^ half-typed-key: \`ty\` has no colon
    base: 1
  city: {scale: cities}
`,
    reads: 'questions > staff: {ty: , base: 1} > city: {scale: cities}',
  },
  {
    name: 'a key half typed below another, between entries, and at the top',
    text: `questions:
  staff:
    base: 1
    ty
#   ^^ half-typed-key: \`ty\` has no colon
  ci
# ^^ half-typed-key: \`ci\` has no colon
  city: {scale: cities}
sca
^^^ half-typed-key: \`sca\` has no colon
derived:
`,
    reads: 'questions > staff: {base: 1, ty: } > ci:  > city: {scale: cities} | sca:  | derived: ',
  },
  {
    name: 'an id without its colon',
    text: `questions:
  staff
# ^^^^^ half-typed-key: \`staff\` has no colon
    type: number
    range: 0..
`,
    reads: 'questions > staff: {type: number, range: 0..}',
  },
  {
    name: 'an open quote',
    text: `questions:
  staff:
    text: "How many work here?
#         ^ open-quote: this quote is never closed
    label: "Staff"
  city: {scale: cities}
`,
    reads: 'questions > staff: {text: How many work here?, label: Staff} > city: {scale: cities}',
  },
  {
    name: 'an open quote in brackets',
    text: `questions:
  staff:
    text: {sv: "Hur många?, en: How many?}
#              ^ open-quote: this quote is never closed
    label: {sv: 'Personal', en: 'Staff}
#                               ^ open-quote: this quote is never closed
    type: number
`,
    reads: 'questions > staff: {text: {sv: Hur många?, en: How many?}, label: {sv: Personal, en: Staff}, type: number}',
  },
  {
    name: 'an open quote that a later quote closes',
    text: `questions:
  staff:
    text: {sv: "Hur många?, en: How many?}
#              ^ open-quote: this quote is never closed
    label: {sv: "Personal"}
    type: number
`,
    reads: 'questions > staff: {text: {sv: Hur många?, en: How many?}, label: {sv: Personal}, type: number}',
  },
  {
    name: 'an open bracket',
    text: `questions:
  staff:
    label: {sv: Personal, en: Staff
#          ^ yaml-syntax: \`{\` is never closed
    type: number
  city: [a, b
#       ^ yaml-syntax: \`[\` is never closed
derived: {}
`,
    reads: 'questions > staff: {label: {sv: Personal, en: Staff}, type: number} > city: [a, b] | derived: {}',
  },
  {
    name: 'a bracket too many',
    text: `questions:
  staff: {sv: Personal}}
#                      ^ yaml-syntax: \`}\` does not fit here
  city: 1
`,
    reads: 'questions > staff: {sv: Personal} > city: 1',
  },
  {
    name: 'a colon in a text',
    text: `questions:
  vote:
    text: Vote: yes or no?
#             ^ colon-in-text: a second colon stands in this text
    label: {sv: Val: ja, en: Vote}
#                  ^ colon-in-text: a second colon stands in this text
    scale: yes_no
`,
    reads: 'questions > vote: {text: Vote: yes or no?, label: {sv: Val: ja, en: Vote}, scale: yes_no}',
  },
  {
    name: 'a line that continues the one above by accident',
    text: `questions:
  vote:
    stage: use
      ty
#     ^^ accidental-continuation: \`ty\` continues the text of the line above
    text: Did you
      vote
  city:
    stage: use
      type: single
#     ^^^^ accidental-continuation: \`type\` continues the text of the line above
    scale: cities
`,
    reads: 'questions > vote: {stage: use ty, text: Did you vote} > city: {stage: use, type: single, scale: cities}',
  },
  {
    name: 'comments that cut',
    text: `questions:
  vote:
    text: Question #3 of 5
#                  ^^^^^^^ comment-cuts-text: a space and \`#\` start a comment here
    label: {sv: Fråga #3, en: Question}
#                     ^^^^^^^^^^^^^^^^^ comment-cuts-text: a space and \`#\` start a comment here
    scale: yes_no # a comment
    column: v #codebook-ignore x: a reason
    column_prefix: "v" #not after quotes
  city:
    items: {a: One # 2, b: Two}
#                  ^^^^^^^^^^^^ comment-cuts-text: a space and \`#\` start a comment here
    scale: yes_no # a comment
`,
    reads:
      'questions > vote: {text: Question, label: {sv: Fråga}, scale: yes_no, column: v, column_prefix: v} > city: {items: {a: One}, scale: yes_no}',
  },
  {
    name: 'what YAML has and codebooks have not',
    text: `scales:
  a: &yes {code: 1}
#    ^^^^ anchor-or-alias: \`&yes\` is an anchor
  b: *yes
#    ^^^^ anchor-or-alias: \`*yes\` is an alias
  c: !!str 1
#    ^^^^^ yaml-tag: \`!!str\` is a tag
`,
    reads: 'scales > a: {code: 1} > b:  > c: 1',
  },
  {
    name: 'a second document',
    text: `codebook: a
---
^^^ several-documents: a second document starts here
codebook: b
questions:
  staff: {type: number}
`,
    reads: 'codebook: a | ',
  },
  {
    name: 'the end of the document in the middle of a section',
    text: `questions:
  staff: {type: number}
---
^^^ several-documents: a second document starts here
  city: {scale: cities}
...
^^^ several-documents: a second document starts here
derived:
  far: {of: staff}
`,
    reads: 'questions > staff: {type: number} |  > city: {scale: cities} | ',
  },
  {
    name: 'lines in the first column that leave their section open',
    text: `questions:
  staff: {type: number}
ci
^^ half-typed-key: \`ci\` has no colon
  city: {scale: cities}
vote:
  type: single
  region: {scale: regions}
  place: {scale: places}
label: A
^^^^^ yaml-syntax: \`label\` stands in another column than the keys above it
  year: {type: number}
scale: years
    range: 1..9
#   ^^^^^ accidental-continuation: \`range\` continues the text of the line above
  month: {type: number}
% day
#    ^ yaml-syntax: a comma, a colon, a space or a closing bracket is missing here
  day: {type: number}
"
^ half-typed-key: \`"\` has no colon
  hour: {type: number}
`,
    reads:
      'questions > staff: {type: number} | ci > city: {scale: cities} | vote: {type: single} > region: {scale: regions} > place: {scale: places} | label: A > year: {type: number} | scale: years > month: {type: number} |  > day: {type: number} | " > hour: {type: number}',
  },
  {
    name: 'sections whose line is half typed or misspelt, or has a text behind it',
    text: `stage
^^^^^ half-typed-key: \`stage\` has no colon
  first: {en: First}
scale:
  years: {categories: {}}
quesxtions:
  staff: {type: number}
derived
^^^^^^^ half-typed-key: \`derived\` has no colon
  far: {of: staff}
indicators: |
  near: {of: far}
figures: "
#        ^ open-quote: this quote is never closed
  one: {of: near}
`,
    reads:
      'stage > first: {en: First} | scale > years: {categories: {}} | quesxtions > staff: {type: number} | derived > far: {of: staff} | indicators > near: {of: far} | figures > one: {of: near}',
  },
  {
    name: 'the first entry of a section in another column than those below it',
    text: `questions:
    staff:
#   ^^^^^ yaml-syntax: \`staff\` stands in another column than the keys above it
    type: number
  city: {scale: cities}
  vote:
    type: single
`,
    reads: 'questions > staff: {type: number} > city: {scale: cities} > vote: {type: single}',
  },
  {
    name: 'brackets that open above the first key',
    text: `[
^ yaml-syntax: a key must stand here
^ yaml-syntax: \`[\` is never closed
questions:
  staff: {type: number}
`,
    reads: ' | questions > staff: {type: number}',
  },
  {
    name: 'tabs',
    text: `questions:
\tstaff:
^ tab-indentation: a tab stands in the indentation
\t\ttype: number
\tcity: {scale: cities}
^ tab-indentation: a tab stands in the indentation
`,
    reads: 'questions > staff: {type: number} > city: {scale: cities}',
  },
  {
    name: 'a key twice',
    text: `questions:
  staff:
    type: number
    label: {sv: A, sv: B}
#                  ^^ duplicate-key: \`sv\` stands here again
    type: text
#   ^^^^ duplicate-key: \`type\` stands here again
`,
    reads: 'questions > staff: {type: number, label: {sv: A, sv: B}, type: text}',
  },
  {
    name: 'columns that do not fit',
    text: `questions:
    staff: {type: number}
  city: {scale: cities}
# ^^^^ yaml-syntax: \`city\` stands in another column than the keys above it
    vote: 1
`,
    reads: 'questions > staff: {type: number} > city: {scale: cities} > vote: 1',
  },
  {
    name: 'a value that is typed above a map',
    text: `questions:
  city: scale
    a: 1
#   ^ accidental-continuation: \`a\` continues the text of the line above
    b: 2
  vote: 1
derived: x
  a: {of: b}
  b: 1
tests: {}
`,
    reads: 'questions > city: scale > vote: 1 | derived: x > a: {of: b} > b: 1 | tests: {}',
  },
  {
    name: 'a line too far left within an entry',
    text: `questions:
  city:
    a: 1
   b: 2
#  ^ yaml-syntax: \`b\` stands in another column than the keys above it
    c: 3
  vote:1
# ^^^^^^ half-typed-key: \`vote:1\` has no space behind its colon
`,
    reads: 'questions > city: {a: 1, b: 2, c: 3} > vote:1: ',
  },
  {
    name: 'no key, no text for a key, no map',
    text: `questions:
  : 1
# ^ yaml-syntax: no key stands in front of this colon
  [a, b]: 2
# ^^^^^^ yaml-syntax: a key must be a single word or text
  "quoted"
# ^^^^^^^^ half-typed-key: \`quoted\` has no colon
`,
    reads: 'questions > : 1 > [a, b]: 2 > quoted: ',
  },
  {
    name: 'texts that need quotes',
    text: `derived:
  a: @when
#    ^ yaml-syntax: a text can start with this character only inside quotes
  b: "\\d"
#     ^ yaml-syntax: a backslash inside double quotes starts an escape, and this is none; in single quotes it stands for itself
  c: 1
`,
    reads: 'derived > a: @when > b: \\d > c: 1',
  },
];

describe('damaged texts', () => {
  for (const { name, text, reads } of damages) {
    it(name, () => {
      const fixture = parseFileFixture(text);
      const file = readFile(fixture.text);
      const starts = new Map(file.entries.map(({ entry, start }) => [entry, start]));
      const found = syntaxProblems(file.entries.map(({ entry }) => entry)).map(({ entry, problem }): Mark => {
        const start = starts.get(entry) ?? 0;
        return { ...problem, start: start + problem.span.start, end: start + problem.span.end };
      });
      assert.equal(withMarks(fixture.text, found), text);
      assert.equal(outline(file), reads);
    });
  }

  it('texts that only look damaged are sound', () => {
    const sound = [
      'a:\n  b: "one\n    note: two"\n',
      'a:\n  b: |\n    one\n    \ttwo: 3\n',
      'questions:\n  a: "b: c"\n',
      'a: b#c\n',
      'a: http://x.y:80\n',
      'a: one two\n  three\n',
      'questions:\n  "a\\"b": 1\n',
      '---\na: 1\n',
      '%YAML 1.2\n---\n# here\na: 1\n...\n# nothing\n',
      'a: |\n  ? what\nb: 1\n',
      '? a\n: b\nquestions:\n  ? c\n  : d\n  e: f\n',
    ];
    for (const text of sound) assert.deepEqual(syntaxProblems(readFile(text).entries.map(({ entry }) => entry)), [], text);
  });

  it('a section that stands twice is found with the first', () => {
    const file = readFile('scales:\n  a: 1\nstages:\n  a: 1\nscales:\n  b: 1\n');
    const [found, ...others] = duplicateSections(file.entries.map(({ entry }) => entry));
    assert.equal(found?.entry, file.entries[4]?.entry);
    assert.equal(found?.first.entry, file.entries[0]?.entry);
    assert.deepEqual(others, []);
  });
});
