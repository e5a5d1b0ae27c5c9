import assert from 'node:assert/strict';
import {
  type Codebook,
  circlesOf,
  codebookOf,
  figureIndicator,
  type ResolvedIndicator,
  resolveIndicator,
  variablesNamedBy,
} from '../../server/src/language';
import { folder, snapshotOf } from '../harness/codebooks';

function codebookIn(text: string): Codebook {
  const codebook = codebookOf(snapshotOf(text), `${folder}main.codebook.yaml`);
  assert.ok(codebook);
  return codebook;
}

const questions = `
languages: [en]
scales:
  yes_no: {categories: {"yes": {code: 1}, "no": {code: 2}}}
  extent: {categories: {high: {code: 1, score: 1}, low: {code: 2, score: 0}}}
questions:
  region: {stage: who, label: Region, scale: {categories: {north: {code: 1}, south: {code: 2}}}}
  works: {stage: work, label: Works, text: Do you work?, scale: yes_no}
  views: {stage: mind, label: Views, scale: extent, items: {a: A, b: B}}
  hours: {stage: work, label: Hours, type: number}
`;

function shown(resolved: ResolvedIndicator | undefined) {
  if (resolved === undefined) return undefined;
  const { declaration, base, baseIsInherited, by, byIsInherited, decimals, rounding, stage, labels, unknownNames } = resolved;
  const inherited = [...(baseIsInherited ? ['base'] : []), ...(byIsInherited ? ['by'] : [])];
  const unknown = unknownNames.map((name) => name.text);
  return [declaration.measure, base, by, inherited, decimals, rounding, stage, labels.en, unknown];
}

describe('indicators', () => {
  const codebook = codebookIn(`${questions}
defaults: {base: answered, by: [region], decimals: 1, rounding: half_even}
indicators:
  plain: {measure: share, of: works}
  own: {measure: share, of: works, base: asked, by: [], decimals: 0, rounding: half_up, stage: other, label: Own}
  average: {measure: mean, of: score(views)}
  several: {measure: share, of: works and hours > 10, by: [region * works, nowhere]}
  nothing: {}
`);
  const expected: Readonly<Record<string, unknown>> = {
    plain: ['share', 'answered', [['region']], ['base', 'by'], 1, 'half_even', 'work', 'Works', []],
    own: ['share', 'asked', [], [], 0, 'half_up', 'other', 'Own', []],
    average: ['mean', 'substantive', [['region']], ['by'], 1, 'half_even', 'mind', 'Views', []],
    several: [
      'share',
      'answered',
      [['region', 'works'], ['nowhere']],
      ['base'],
      1,
      'half_even',
      undefined,
      undefined,
      ['nowhere'],
    ],
    nothing: [undefined, 'answered', [['region']], ['base', 'by'], 1, 'half_even', undefined, undefined, []],
  };
  for (const [id, declaration] of codebook.indicators) {
    it(`${id} inherits what it does not state`, () => {
      assert.deepEqual(shown(resolveIndicator(codebook, declaration)), expected[id]);
    });
  }

  it('without defaults have no base, and no split', () => {
    const bare = codebookIn(`${questions}indicators: {i: {measure: share, of: works}}\n`);
    const declaration = bare.indicators.get('i');
    assert.ok(declaration);
    assert.deepEqual(shown(resolveIndicator(bare, declaration)), [
      'share',
      undefined,
      [],
      [],
      0,
      'half_up',
      'work',
      'Works',
      [],
    ]);
  });
});

describe('figures', () => {
  const codebook = codebookIn(`${questions}
defaults: {base: answered, by: [region]}
indicators: {named: {measure: share, of: works, base: asked, decimals: 2}}
figures:
  of_indicator: {indicator: named, by: region, rounding: half_even, share: {north: 1}}
  of_yes_no: {of: works, by: region, share: {north: 1}}
  of_battery: {of: views, distribution: {a: {high: 1}}}
  of_item: {of: views.a, distribution: {high: 1}}
  of_number: {of: hours, mean: 3.5}
  of_median: {of: hours, median: 3}
  of_frames: {frames: [f], rate: {f: 1}}
  of_nothing: {of: nowhere, share: 1}
  of_no_indicator: {indicator: nowhere, share: 1}
`);
  const expected: Readonly<Record<string, unknown>> = {
    of_indicator: ['share', 'asked', [['region']], [], 2, 'half_even', 'work', 'Works', []],
    of_yes_no: ['share', 'answered', [['region']], ['base'], 0, 'half_up', 'work', 'Works', []],
    of_battery: ['distribution', 'answered', [], ['base'], 0, 'half_up', 'mind', 'Views', []],
    of_item: ['distribution', 'answered', [], ['base'], 0, 'half_up', 'mind', 'Views', []],
    of_number: ['mean', 'substantive', [], [], 0, 'half_up', 'work', 'Hours', []],
    of_median: ['median', 'substantive', [], [], 0, 'half_up', 'work', 'Hours', []],
  };
  for (const [id, figure] of codebook.figures) {
    it(`${id} mean an indicator`, () => assert.deepEqual(shown(figureIndicator(codebook, figure)), expected[id]));
  }
});

describe('dependencies', () => {
  const codebook = codebookIn(`${questions}
  routed: {label: Routed, scale: yes_no, ask_if: a and works}
  ring: {label: Ring, scale: yes_no, ask_if: ring}
derived:
  a: {value: b or works}
  b: {value: c or d}
  c: {value: works}
  d: {value: a or e}
  e: {value: f = e1, categories: {}}
  f: {of: region, categories: {e1: {of: [north]}}}
  after: {value: d and c}
`);
  it('are what is named, each once', () => {
    const named = ['routed', 'a', 'f', 'works', 'nowhere'].map((name) => variablesNamedBy(codebook, name));
    assert.deepEqual(named, [['a', 'works'], ['b', 'works'], ['region'], [], []]);
  });

  it('in circles are found, with those in them and no others', () => {
    assert.deepEqual(circlesOf(codebook), [['ring'], ['a', 'b', 'd']]);
  });
});
