import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Codebook, codebookOf, expressionsIn, respondent, universeOf, universeRelation } from '../../server/src/language';
import { answerSpace } from '../../server/src/language/model/answer-space';
import { respondents } from '../../server/src/language/model/respondent';
import { triedRelation } from '../../server/src/language/model/tried-relation';
import { together, universeOfExpression } from '../../server/src/language/model/universe';
import { folder, snapshotOf } from '../harness/codebooks';

/** Questions of every sort, each with the conditions that others can have on it. */
const sorts: readonly { readonly written: string; readonly conditions: readonly string[] }[] = [
  {
    written: 'scale: regions',
    conditions: ['# = north', '# != north', '# in (north, south)', '# in (north, middle, south)', '# = north and # = south'],
  },
  {
    written: 'scale: extent',
    conditions: ['# >= some', '# < none', '# = high or # != high', 'not # = some', 'asked(#)', 'kind(#) = dont_know'],
  },
  { written: 'type: number, range: 0..20', conditions: ['# > 4', '# < 0', '# >= 0', '# > 4 and # < 3', '# = 4.5 or # > 6'] },
  { written: "type: text, missing: {none: {code: '-', kind: refused}}", conditions: ["# = 'a'", "# != 'a'", 'answered(#)'] },
  { written: 'scale: yes_no', conditions: ['#', 'not #', '# = yes', '# or not #', '# and not #', 'd_#', 'd_# = no'] },
  { written: 'scale: yes_no, items: {a: A, b: {label: B, ask_if: @}}', conditions: ['#.b', '#.a', 'not #.b', '#.a or #.b'] },
];

interface Drawn {
  readonly sort: number;
  readonly routing: readonly { readonly on: number; readonly condition: number }[];
  readonly item: { readonly on: number; readonly condition: number };
}

const condition = fc.record({ on: fc.nat(), condition: fc.nat() });
const drawn: fc.Arbitrary<Drawn> = fc.record({
  sort: fc.nat(),
  routing: fc.array(condition, { maxLength: 2 }),
  item: condition,
});
const codebooks = fc.array(drawn, { minLength: 2, maxLength: 4 }).map(written);

function written(questions: readonly Drawn[]): string {
  const sortAt = (at: number) => sorts[(questions[at]?.sort ?? 0) % sorts.length];
  const conditionAt = (at: number, one: Drawn['item']) => {
    if (at === 0) return "'yes'";
    const on = one.on % at;
    const conditions = sortAt(on)?.conditions ?? [];
    return (conditions[one.condition % conditions.length] ?? '').replaceAll('#', `q${on}`);
  };
  const lines = questions.map(({ routing, item }, at) => {
    const all = at === 0 ? [] : routing.map((one) => `(${conditionAt(at, one)})`);
    const asked = all.length === 0 ? '' : `, ask_if: "${all.join(at % 2 === 0 ? ' and ' : ' or ')}"`;
    const text = sortAt(at)?.written.replace('@', at === 0 ? 'q0.a' : `"${conditionAt(at, item)}"`);
    return `  q${at}: {label: Q, ${text}${asked}}`;
  });
  const derived = questions.flatMap((_, at) =>
    sortAt(at) === sorts[4] ? [`  d_q${at}: {label: D, value: q${at} = yes}`] : [],
  );
  return [
    'codebook: laws',
    'languages: [en]',
    'scales:',
    '  yes_no: {categories: {"yes": {code: 1}, "no": {code: 2}}}',
    '  regions: {categories: {north: {code: 1}, middle: {code: 2}, south: {code: 3}}}',
    '  extent: {order: descending, categories: {high: {code: 1}, some: {code: 2}, none: {code: 3}}, missing: {dont_know: {code: 8, kind: dont_know}}}',
    'questions:',
    ...lines,
    ...(derived.length === 0 ? [] : ['derived:', ...derived]),
    '',
  ].join('\n');
}

function codebookIn(text: string): Codebook {
  const codebook = codebookOf(snapshotOf(text), `${folder}main.codebook.yaml`);
  assert.ok(codebook);
  return codebook;
}

describe('laws of routing', () => {
  it('what is told of a condition without trying is what trying every answer tells', () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(codebooks, (text) => {
        const codebook = codebookIn(text);
        for (const question of codebook.questions.values()) {
          for (const { text: expression, where, part } of expressionsIn(question)) {
            const named = universeOfExpression(codebook, expression, where);
            const universe = part === undefined ? named : together([universeOf(codebook, question.id.text), named]);
            const tried = triedRelation(codebook, { text: expression, where }, universe);
            const relation = universeRelation(codebook, { text: expression, where }, universe);
            if (tried.kind !== 'unknown') assert.deepEqual(relation, tried, expression.parsed.text);
            told.add(tried.kind);
          }
        }
      }),
      { numRuns: 800 },
    );
    const kinds = ['always_no', 'always_yes', 'contradicted', 'empty_universe', 'implied', 'open'];
    assert.deepEqual([...told].filter((kind) => kind !== 'unknown').sort(), kinds);
  });

  it('respondents who take turns are as each of them is alone', () => {
    const choices = fc.array(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(codebooks, choices, (text, people) => {
        const codebook = codebookIn(text);
        const dimensions = answerSpace(codebook, [...codebook.questions.values()].flatMap(expressionsIn))?.dimensions ?? [];
        const answersOf = (chosen: readonly number[]) => (variable: string, item?: string) => {
          const at = dimensions.findIndex((one) => one.variable === variable && one.item === item);
          const answers = dimensions[at]?.answers ?? [];
          return answers[(chosen[at] ?? 0) % answers.length];
        };
        let whose = answersOf([]);
        const { row, next } = respondents(codebook, (variable, item) => () => whose(variable, item));
        for (const person of people.map(answersOf)) {
          whose = person;
          next();
          const alone = respondent(codebook, person);
          for (const { name, items } of codebook.variables.values()) {
            for (const item of items.length === 0 ? [undefined] : items.map(({ id }) => id))
              assert.deepEqual(row(name, item), alone(name, item), name);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('routing in many steps', () => {
  const chain = (length: number, first: string) =>
    codebookIn(
      [
        'codebook: chain',
        'languages: [en]',
        'scales: {letters: {categories: {a: {code: 1}, b: {code: 2}, c: {code: 3}}}}',
        'questions:',
        '  q0: {label: Q, scale: letters}',
        `  q1: {label: Q, scale: letters, ask_if: ${first}}`,
        ...Array.from({ length: length - 1 }, (_, at) => `  q${at + 2}: {label: Q, scale: letters, ask_if: q${at + 1} = a}`),
        '',
      ].join('\n'),
    );
  const last = (codebook: Codebook, name: string) => {
    const text = codebook.questions.get(name)?.askIf;
    assert.ok(text);
    return universeRelation(codebook, { text, where: 'ask_if' }, universeOfExpression(codebook, text, 'ask_if')).kind;
  };

  it('is told to the end, though the answers are too many to try', () => {
    assert.equal(last(chain(1000, 'q0 = a'), 'q1000'), 'open');
    assert.equal(last(chain(1000, 'q0 = a and q0 = b'), 'q1000'), 'empty_universe');
  });
});
