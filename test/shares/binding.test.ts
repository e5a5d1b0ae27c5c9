import assert from 'node:assert/strict';
import { tablesFor } from '../../server/src/language/shares';
import { withData } from './bound';
import { findings, written } from './columns';

const head = `
codebook: bound
languages: [en]
data: {file: data.csv, id: id}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
    missing:
      dont_know: {code: 8, kind: dont_know, label: Don't know}
      no_answer: {code: 9, kind: item_nonresponse, label: No answer}
  size:
    order: ascending
    categories: {small: {code: 1, label: S}, middle: {code: 2, label: M}, large: {code: "03", label: L}}
    missing: {other: {code: -9..-5, kind: refused, label: Refused}}
    groups: {big: {label: Big, of: [middle, large]}}
questions:
`;

interface Case {
  readonly title: string;
  readonly codebook: string;
  readonly csv: string;
  /** By variable or `variable.item`: its values, row by row. */
  readonly columns: Readonly<Record<string, string>>;
  readonly findings?: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: 'codes are the same as texts, and as whole numbers but for a trailing .0',
    codebook: '  size: {label: Size, scale: size}\n',
    csv: 'id;size\n1;1\n2;1.0\n3;2,00\n4;03\n5;3\n6;-7\n7;-7.0\n8;-4\n9;\n',
    columns: {
      size: 'small small middle large (invalid) (refused) (refused) (invalid) (item_nonresponse)',
    },
    findings: ['size: unknown-code 2 -4×1 3×1'],
  },
  {
    title: 'a category nobody chose is told, and does not hide one that was',
    codebook: '  size: {label: Size, scale: size}\n',
    csv: 'id,size\n1,1\n2,1\n',
    columns: { size: 'small small' },
    findings: ['size: category-never-chosen 0 middle×0 large×0'],
  },
  {
    title: 'numbers: decimal comma, inclusive range, missing codes before the range',
    codebook:
      '  staff: {label: Staff, type: number, range: 0..100, missing: {none: {code: 99, kind: dont_know}, other: {code: -9..-1, kind: invalid}}}\n',
    csv: 'id;staff\n1;0\n2;2,5\n3;100\n4;100,5\n5;99\n6;-3\n7;many\n8;\n9;1e2\n10;99,0\n',
    columns: { staff: '0 2.5 100 (invalid) (dont_know) (invalid) (invalid) (item_nonresponse) 100 (dont_know)' },
    findings: ['staff: out-of-range 1 100,5×1', 'staff: not-a-number 1 many×1'],
  },
  {
    title: 'dates are ISO and days that exist',
    codebook: '  day: {label: Day, type: date}\n  note: {label: Note, type: text}\n',
    csv: 'id,day,note\n1,2020-02-29,x\n2,2021-02-29,\n3,1/2/2020,y z\n4,,\n',
    columns: { day: '2020-02-29 (invalid) (invalid) (item_nonresponse)', note: 'x (item_nonresponse) y z (item_nonresponse)' },
    findings: ['day: not-a-date 2 1/2/2020×1 2021-02-29×1'],
  },
  {
    title: 'outside the universe an empty cell and a missing code are not asked, and an answer is left out and counted',
    codebook:
      '  first: {label: First, scale: yes_no}\n  next: {label: Next, scale: yes_no, ask_if: first = yes}\n  last: {label: Last, scale: yes_no, ask_if: next = yes}\n',
    csv: 'id,first,next,last\n1,1,1,1\n2,1,2,\n3,2,,\n4,2,9,8\n5,2,1,2\n6,1,,\n7,,,\n8,,1,2\n9,8,2,9\n10,1,1,7\n',
    columns: {
      first: 'yes yes no no no yes (item_nonresponse) (item_nonresponse) (dont_know) yes',
      next: 'yes no (not_asked) (not_asked) (not_asked) (item_nonresponse) (item_nonresponse) yes no yes',
      last: 'yes (not_asked) (not_asked) (not_asked) (not_asked) (item_nonresponse) (item_nonresponse) no (not_asked) (invalid)',
    },
    findings: ['next: answer-outside-universe 1 1×1', 'last: answer-outside-universe 1 2×1', 'last: unknown-code 1 7×1'],
  },
  {
    title: 'a question whose routing is not in the data says what an empty cell is',
    codebook: '  next: {label: Next, scale: yes_no, empty: not_asked}\n',
    csv: 'id,next\n1,1\n2,\n3,2\n4,9\n',
    columns: { next: 'yes (not_asked) no (item_nonresponse)' },
  },
  {
    title: 'routing that is no condition leaves open who was asked',
    codebook: '  size: {label: Size, scale: size}\n  next: {label: Next, scale: yes_no, ask_if: size}\n',
    csv: 'id,size,next\n1,1,1\n2,2,2\n3,03,\n',
    columns: { next: 'yes no (item_nonresponse)' },
  },
  {
    title: 'an item may have its own routing',
    codebook:
      '  first: {label: First, scale: yes_no}\n  all: {label: All, scale: yes_no, items: {a: A, b: {label: B, ask_if: first = yes}}}\n',
    csv: 'id,first,all_a,all_b\n1,1,1,2\n2,2,1,\n3,2,2,1\n4,1,,1\n',
    columns: { 'all.a': 'yes yes no (item_nonresponse)', 'all.b': 'no (not_asked) (not_asked) yes' },
    findings: ['all.b: answer-outside-universe 1 1×1'],
  },
  {
    title: 'nothing ticked means no where the codebook says so',
    codebook: '  why: {label: Why, type: multiple, ticked: 1, unticked: means_no, options: {a: A, b: B}}\n',
    csv: 'id,why_a,why_b\n1,1,\n2,,\n3,1,1\n',
    columns: { 'why.a': 'yes no yes', 'why.b': 'no no yes' },
  },
  {
    title: 'nothing ticked is no answer where the codebook says so, and where an exclusive option could have been ticked',
    codebook:
      '  why: {label: Why, type: multiple, ticked: 1, unticked: not_answered, options: {a: A, b: B}}\n  how: {label: How, type: multiple, ticked: 1, exclusive: [none_of_these], options: {a: A, none_of_these: None}}\n',
    csv: 'id,why_a,why_b,how_a,how_none_of_these\n1,1,0,1,0\n2,0,0,0,0\n3,,,0,1\n4,1,0,1,1\n5,0,7,1,0\n',
    columns: {
      'why.a': 'yes (item_nonresponse) (item_nonresponse) yes (item_nonresponse)',
      'why.b': 'no (item_nonresponse) (item_nonresponse) no (invalid)',
      'how.a': 'yes (item_nonresponse) no yes yes',
      'how.none_of_these': 'no (item_nonresponse) yes yes no',
    },
    findings: ['why.b: unknown-code 1 7×1', 'why.b: category-never-chosen 0 yes×0', 'how: exclusive-with-others 1'],
  },
  {
    title: 'empty boxes are no answer where the data code the unticked ones, also if unticked means no',
    codebook: '  why: {label: Why, type: multiple, ticked: 1, unticked: means_no, options: {a: A, b: B}}\n',
    csv: 'id,why_a,why_b\n1,1,0\n2,0,0\n3,,\n4,0,1\n',
    columns: { 'why.a': 'yes no (item_nonresponse) no', 'why.b': 'no no (item_nonresponse) yes' },
  },
  {
    title: 'a cascade stops at the first yes, and at a missing condition above it',
    codebook:
      '  staff: {label: Staff, type: number}\n  first: {label: First, scale: yes_no}\nderived:\n  class:\n    label: Class\n    categories:\n      routed: {label: Routed, when: first = yes}\n      small: {label: Small, when: staff < 10}\n      large: {label: Large, when: staff >= 50}\n  rest:\n    label: Rest\n    categories: {small: {label: Small, when: staff < 10}, others: {label: Others}}\n    otherwise: others\n',
    csv: 'id,staff,first\n1,5,1\n2,5,2\n3,5,\n4,60,8\n5,60,2\n6,20,2\n7,,2\n8,,1\n',
    columns: {
      class: 'routed small (item_nonresponse) (dont_know) large (not_asked) (item_nonresponse) routed',
      rest: 'small small small others others others (item_nonresponse) (item_nonresponse)',
    },
  },
  {
    title: 'merged categories keep missing kinds; what none names is outside',
    codebook:
      '  size: {label: Size, scale: size}\nderived:\n  merged: {label: Merged, of: size, categories: {big: {label: Big, of: [big]}}}\n  both: {label: Both, of: size, categories: {small: {label: S, of: [small]}, other: {label: O, of: [middle, large]}}}\n',
    csv: 'id,size\n1,1\n2,2\n3,03\n4,-9\n5,\n',
    columns: {
      merged: '(not_asked) big big (refused) (item_nonresponse)',
      both: 'small other other (refused) (item_nonresponse)',
    },
  },
  {
    title: 'outside the universe a derived value is not asked, and a count may take its items as no',
    codebook:
      '  first: {label: First, scale: yes_no}\n  all: {label: All, scale: yes_no, ask_if: first = yes, items: {a: A, b: B}}\nderived:\n  some: {label: Some, value: count(all = yes) >= 1, unknown: as_no}\n  anyone: {label: Anyone, value: count(all = yes) >= 1, unknown: {rule: as_no, not_asked: as_no}}\n  number: {label: Number, value: count(all = yes), unknown: complete}\n',
    csv: 'id,first,all_a,all_b\n1,1,1,2\n2,2,,\n3,1,8,\n4,,,\n',
    columns: {
      some: 'yes (not_asked) no no',
      anyone: 'yes no no no',
      number: '1 (not_asked) (undetermined) (undetermined)',
    },
  },
  {
    title: 'what names itself, or a column that is not there, is not computed',
    codebook:
      '  here: {label: Here, scale: yes_no}\n  gone: {label: Gone, scale: yes_no}\nderived:\n  chicken: {label: Chicken, value: egg = yes}\n  egg: {label: Egg, value: chicken = yes}\n  lost: {label: Lost, value: here = yes and gone = yes}\n  wrong: {label: Wrong, value: here = yes and her = yes}\n  class: {label: Class, categories: {a: {label: A, when: here}, b: {label: B, when: her = no}}}\n',
    csv: 'id,here\n1,1\n2,2\n',
    columns: {
      chicken: 'no column',
      egg: 'no column',
      gone: 'no column',
      lost: 'no column',
      wrong: 'no column',
      class: 'no column',
      here: 'yes no',
    },
    findings: ['gone: column-missing 0'],
  },
  {
    title: "the file's own copy is compared row by row",
    codebook:
      '  all: {label: All, scale: yes_no, items: {a: A, b: B}}\n  size: {label: Size, scale: size}\nderived:\n  some: {label: Some, value: count(all = yes) >= 1, unknown: determinable, column: copy}\n  class: {label: Class, of: size, categories: {small: {label: S, of: [small]}, big: {label: B, of: [big]}}, column: klass}\n  number: {label: Number, value: count(all = yes), unknown: complete, column: antal}\n',
    csv: 'id,all_a,all_b,copy,size,klass,antal\n1,1,2,1,1,10,1\n2,2,2,1,1,10,0\n3,2,,,2,20,\n4,2,2,2,2,20,1\n5,1,1,2,2,10,2\n6,2,,2,03,20,\n',
    columns: { some: 'yes no (undetermined) no yes (undetermined)', class: 'small small big big big big' },
    findings: ['some: copy-differs 3 2×2 1×1', 'class: copy-differs 1 10×1', 'number: copy-differs 1 1×1'],
  },
  {
    title: 'ids must not repeat; empty ones name nobody',
    codebook: '  first: {label: First, scale: yes_no}\n',
    csv: 'id,first\n1,1\n1,2\n2,1\n1,2\n,1\n,2\n',
    columns: { first: 'yes no yes no yes no' },
    findings: ['id: repeated-id 2'],
  },
];

describe('data get the meaning of the codebook', () => {
  for (const { title, codebook, csv, columns, findings: expected } of cases) {
    it(title, () => {
      const bound = withData(head + codebook, csv);
      const found = Object.keys(columns).map((name) => [name, written(bound, name)]);
      assert.deepEqual(Object.fromEntries(found), columns);
      const told = findings(bound).filter((line) => expected?.includes(line) || !line.includes('category-never-chosen'));
      assert.deepEqual(told, expected ?? []);
    });
  }
});

describe('weights', () => {
  it('count 1 without a column, and 0 where they are missing or negative, which is told', () => {
    const codebook = head.replace('id: id}', 'id: id, weight: w}') + '  first: {label: First, scale: yes_no}\n';
    const bound = withData(codebook, 'id;first;w\n1;1;1,5\n2;2;\n3;1;-2\n4;2;0\n5;1;x\n');
    assert.deepEqual(bound.weights, Float64Array.of(1.5, 0, 0, 0, 0));
    assert.deepEqual(findings(bound), ['w: weight-missing 2 ×1 x×1', 'w: weight-negative 1 -2×1', 'w: weight-zero 1 0×1']);
    const unweighted = withData(`${head}  first: {label: First, scale: yes_no}\n`, 'id,first\n1,1\n2,2\n');
    assert.deepEqual(unweighted.weights, Float64Array.of(1, 1));
  });
  it('that are declared but not in the data leave no weighted number', () => {
    const codebook = `${head.replace('id: id}', 'id: id, weight: w}')}  first: {label: First, scale: yes_no}\n`;
    const bound = withData(codebook, 'id;first\n1;1\n2;2\n');
    assert.deepEqual(findings(bound), ['w: column-missing 0']);
    const cells = tablesFor(bound.codebook, bound, { kind: 'question', id: 'first' }).flatMap((table) => table.cells);
    assert.deepEqual(
      cells.map((cell) => cell.estimate),
      [{ kind: 'none', reason: 'column_missing' }],
    );
  });
});
