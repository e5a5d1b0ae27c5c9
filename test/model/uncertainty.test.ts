import assert from 'node:assert/strict';
import { codebookOf, intervalOf, resolveIndicator } from '../../server/src/language';
import { folder, snapshotOf } from '../harness/codebooks';
import { plain } from './print';

function codebookIn(text: string) {
  const codebook = codebookOf(snapshotOf(text), `${folder}main.codebook.yaml`);
  assert.ok(codebook);
  return codebook;
}

const questions = `
scales:
  yes_no: {categories: {"yes": {code: 1}, "no": {code: 2}}}
questions:
  works: {label: Works, scale: yes_no}
`;

describe('what is said of uncertainty', () => {
  it('is an interval, key by key over the defaults', () => {
    const codebook = codebookIn(`${questions}
defaults: {base: answered, ci: {method: wilson, level: 0.9}}
indicators:
  inherits: {measure: share, of: works}
  states: {measure: share, of: works, ci: {level: 0.99, df: design}}
  capped: {measure: share, of: works, ci: {method: beta, cap: true}}
  wrong: {measure: share, of: works, ci: {method: guess, level: 95, df: few, cap: perhaps}}
`);
    const resolved = [...codebook.indicators.values()].map((declaration) => {
      const { method, level, df, cap } = resolveIndicator(codebook, declaration).ci;
      return [declaration.id.text, method, level, df, cap];
    });
    assert.deepEqual(resolved, [
      ['inherits', 'wilson', 0.9, 'domain', false],
      ['states', 'wilson', 0.99, 'design', false],
      ['capped', 'beta', 0.9, 'domain', true],
      ['wrong', 'wilson', 0.9, 'domain', false],
    ]);
    assert.deepEqual(intervalOf(codebook), { method: 'wilson', level: 0.9, df: 'domain', cap: false });
    assert.deepEqual(intervalOf(codebookIn(questions)), { method: 'logit', level: 0.95, df: 'domain', cap: false });
  });

  it('is filled up from imports', () => {
    const codebook = codebookIn(`#- main.codebook.yaml
import: [./common.codebook.yaml]
defaults: {ci: {level: 0.9}}
#- common.codebook.yaml
defaults: {ci: {level: 0.8, method: asin}}
`);
    assert.deepEqual(intervalOf(codebook), { method: 'asin', level: 0.9, df: 'domain', cap: false });
  });

  it('is comparisons and tests', () => {
    const codebook = codebookIn(`${questions}
indicators:
  pairs: {measure: share, of: works, compare: pairs, adjust: holm}
  rest: {measure: share, of: works, compare: rest, test: independence}
  named: {measure: distribution, of: works, compare: ["yes", "no"]}
  none: {measure: share, of: works}
  wrong: {measure: share, of: works, compare: [a], adjust: twice, test: luck}
`);
    const resolved = [...codebook.indicators.values()].map((declaration) => {
      const { compare, adjust, test } = resolveIndicator(codebook, declaration);
      return [declaration.id.text, compare, adjust, test];
    });
    assert.deepEqual(resolved, [
      ['pairs', 'pairs', 'holm', undefined],
      ['rest', 'rest', 'none', 'independence'],
      ['named', ['yes', 'no'], 'none', undefined],
      ['none', undefined, 'none', undefined],
      ['wrong', undefined, 'none', undefined],
    ]);
  });

  it('is a design by columns, one for each stage', () => {
    assert.deepEqual(designIn('{strata: [region, district], psu: school, fpc: [schools, pupils], lone_psu: adjust}'), {
      strata: ['region', 'district'],
      psu: ['school'],
      fpc: ['schools', 'pupils'],
      lonePsu: 'adjust',
    });
  });

  it('is replicate weights', () => {
    const nothing = { strata: [], psu: [], fpc: [], lonePsu: 'fail' };
    assert.deepEqual(designIn('{replicate: {columns: [rw1, rw2], method: jkn, rscales: [0.5, 1], around: estimate, df: 3}}'), {
      ...nothing,
      replicate: {
        columns: ['rw1', 'rw2'],
        method: 'jkn',
        methodName: 'jkn',
        rscales: ['0.5 (value 0.5)', '1 (value 1)'],
        around: 'estimate',
        df: '3 (value 3)',
      },
    });
    assert.deepEqual(designIn('{replicate: {columns: rw, method: fay, rho: 0.3, scale: 2}}'), {
      ...nothing,
      replicate: {
        columns: ['rw'],
        method: 'fay',
        methodName: 'fay',
        scale: '2 (value 2)',
        rho: '0.3 (value 0.3)',
        around: 'mean',
      },
    });
  });

  for (const [written, columns] of [
    ['rw8..rw11', ['rw8', 'rw9', 'rw10', 'rw11']],
    ['rw08..11', ['rw08', 'rw09', 'rw10', 'rw11']],
    ['[full, rw1..rw2]', ['full', 'rw1', 'rw2']],
    ['rw4..rw2', ['rw4..rw2']],
    ['rw1..other3', ['rw1..other3']],
    ['rw1..rw99999', ['rw1..rw99999']],
  ] as const) {
    it(`reads the columns ${written}`, () => {
      const design = designIn(`{replicate: {columns: ${written}, method: jk1}}`);
      assert.ok(typeof design === 'object' && design !== null && 'replicate' in design);
      assert.deepEqual((design.replicate as { readonly columns: unknown }).columns, columns);
    });
  }
});

function designIn(text: string): unknown {
  const { data } = codebookIn(`data: {file: a.csv, design: ${text}}\n`);
  const design = JSON.stringify(plain(data?.design));
  return JSON.parse(design);
}
