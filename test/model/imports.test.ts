import assert from 'node:assert/strict';
import { applyChanges, bind, codebookOf, importersOf, resolvePath, type Snapshot, usesOf } from '../../server/src/language';
import { policyOf } from '../../server/src/language/shares/policy';
import { folder, snapshotOf } from '../harness/codebooks';

/** What each import of a file comes to, and the files a codebook is made of. */
function importsOf(snapshot: Snapshot, name: string) {
  const codebook = codebookOf(snapshot, folder + name);
  assert.ok(codebook);
  const short = (file: string) => file.replace(folder, '');
  return {
    imports: codebook.imports.map((one) =>
      one.kind === 'cyclic' ? `cyclic ${one.cycle.map(short).join(' ')}` : `${one.kind} ${short(one.file)}`,
    ),
    files: codebook.files.map(short),
    questions: [...codebook.questions.keys()],
  };
}

function asks(id: string, ...imports: readonly string[]): string {
  return `import: [${imports.join(', ')}]\nquestions:\n  ${id}: {label: ${id}, type: number}\n`;
}

describe('imports', () => {
  it('lead to files beside, below and above, imported first', () => {
    const snapshot = snapshotOf(`#- sub/top.codebook.yaml
${asks('t', '../common.codebook.yaml', 'deep/low.codebook.yaml')}#- common.codebook.yaml
${asks('c')}#- sub/deep/low.codebook.yaml
${asks('l')}`);
    assert.deepEqual(importsOf(snapshot, 'sub/top.codebook.yaml'), {
      imports: ['found common.codebook.yaml', 'found sub/deep/low.codebook.yaml'],
      files: ['common.codebook.yaml', 'sub/deep/low.codebook.yaml', 'sub/top.codebook.yaml'],
      questions: ['c', 'l', 't'],
    });
  });

  it('reach a declaration once, whatever the ways to it', () => {
    const snapshot = snapshotOf(`#- top.yaml
${asks('t', 'left.yaml', 'right.yaml')}#- left.yaml
${asks('l', 'base.yaml')}#- right.yaml
${asks('r', 'base.yaml')}#- base.yaml
${asks('b')}`);
    assert.deepEqual(importsOf(snapshot, 'top.yaml'), {
      imports: ['found left.yaml', 'found right.yaml'],
      files: ['base.yaml', 'left.yaml', 'right.yaml', 'top.yaml'],
      questions: ['b', 'l', 'r', 't'],
    });
  });

  it('in a cycle name its files and no others, and the names stay known', () => {
    const snapshot = snapshotOf(`#- outside.yaml
${asks('o', 'one.yaml')}#- one.yaml
${asks('a', 'two.yaml', 'leaf.yaml')}#- two.yaml
${asks('b', 'three.yaml')}#- three.yaml
${asks('c', 'one.yaml', 'leaf.yaml')}#- leaf.yaml
${asks('d')}`);
    assert.deepEqual(importsOf(snapshot, 'outside.yaml').imports, ['found one.yaml']);
    assert.deepEqual(importsOf(snapshot, 'one.yaml'), {
      imports: ['cyclic one.yaml two.yaml three.yaml', 'found leaf.yaml'],
      files: ['leaf.yaml', 'three.yaml', 'two.yaml', 'one.yaml'],
      questions: ['d', 'c', 'b', 'a'],
    });
    assert.deepEqual(importsOf(snapshot, 'three.yaml').imports, ['cyclic three.yaml one.yaml two.yaml', 'found leaf.yaml']);
  });

  it('of itself, missing, or outside the workspace lead nowhere', () => {
    const snapshot = snapshotOf(
      `#- a.yaml\n${asks('a', './a.yaml', 'gone.yaml', '../b.yaml', '/etc/c.yaml', 'https://x.org/d.yaml')}`,
    );
    assert.deepEqual(importsOf(snapshot, 'a.yaml').imports, [
      'cyclic a.yaml',
      'missing gone.yaml',
      'outside /b.yaml',
      'outside /etc/c.yaml',
      'outside https://x.org/d.yaml',
    ]);
  });

  it('bring everything but data, wave, unit, survey and tests', () => {
    const snapshot = snapshotOf(`#- base.yaml
languages: [sv]
defaults: {base: answered, decimals: 1}
policy: {precision: nchs_2017}
survey: {producer: P}
wave: {id: w}
unit: {type: school}
data: {file: base.csv}
stages: {s: S}
frames: {f: {sent: 1, responded: 1}}
scales: {x: {categories: {a: {code: 1}}}}
questions: {q: {label: Q, scale: x}}
derived: {d: {label: D, value: q = a}}
indicators: {i: {measure: share, of: d}}
figures: {g: {of: q}}
tests: {t: {given: {q: a}}}
#- top.yaml
import: base.yaml
defaults: {decimals: 2, by: [q]}
`);
    const codebook = codebookOf(snapshot, `${folder}top.yaml`);
    assert.ok(codebook);
    const { languages, data, own, header, stages, frames, scales, variables, indicators, figures, defaults } = codebook;
    assert.deepEqual(languages, ['sv']);
    assert.deepEqual(
      [data, header.wave, header.unit, header.survey, own.tests],
      [undefined, undefined, undefined, undefined, []],
    );
    assert.deepEqual([...stages.keys(), ...frames.keys(), ...scales.keys()], ['s', 'f', 'x']);
    assert.deepEqual([...variables.keys(), ...indicators.keys(), ...figures.keys()], ['q', 'd', 'i', 'g']);
    assert.deepEqual([defaults?.base?.base, defaults?.decimals, defaults?.by?.length], ['answered', 2, 1]);
    assert.equal(policyOf(codebook).precision?.name, 'nchs_2017');
  });

  it('are known to what they import, also through others', () => {
    const snapshot = snapshotOf(
      `#- top.yaml\n${asks('t', 'mid.yaml')}#- mid.yaml\n${asks('m', 'base.yaml')}#- base.yaml\n${asks('b')}`,
    );
    const importers = importersOf(snapshot, `${folder}base.yaml`).map((codebook) => codebook.file);
    assert.deepEqual(importers, [`${folder}top.yaml`, `${folder}mid.yaml`]);
  });

  it('are looked for again when a file appears or goes', () => {
    const alone = snapshotOf(`#- top.yaml\nimport: [base.yaml]\nindicators: {i: {of: b, by: b}}\n`);
    const missingNames = (snapshot: Snapshot) => {
      const codebook = codebookOf(snapshot, `${folder}top.yaml`);
      assert.ok(codebook);
      return usesOf(codebook).filter((use) => !use.declares && bind(codebook, use).kind === 'missing').length;
    };
    assert.equal(missingNames(alone), 2);
    const both = applyChanges(alone, [{ kind: 'set', file: `${folder}base.yaml`, text: asks('b') }]);
    assert.equal(missingNames(both), 0);
    assert.equal(missingNames(applyChanges(both, [{ kind: 'remove', file: `${folder}base.yaml` }])), 2);
  });
});

describe('paths of imports', () => {
  const cases: readonly (readonly [from: string, relative: string, expected: string | undefined])[] = [
    ['/a/b/c.yaml', './d.yaml', '/a/b/d.yaml'],
    ['/a/b/c.yaml', '../d/e.yaml', '/a/d/e.yaml'],
    ['/a/b/c.yaml', '.././b/../d.yaml', '/a/d.yaml'],
    ['/c.yaml', '../d.yaml', undefined],
    ['/a/c.yaml', '/d.yaml', undefined],
    ['/a/c.yaml', 'file:///d.yaml', undefined],
    ['/a/c.yaml', '', undefined],
    ['file:///a/c.yaml', 'åäö (1).yaml', 'file:///a/%C3%A5%C3%A4%C3%B6%20%281%29.yaml'],
    ['file:///c%3A/a/c.yaml', '../d.yaml', 'file:///c%3A/d.yaml'],
    ['vscode-vfs://github/o/r/c.yaml', '../../../d.yaml', undefined],
  ];
  for (const [from, relative, expected] of cases) {
    it(`${relative || 'nothing'} from ${from}`, () => assert.equal(resolvePath(from, relative), expected));
  }
});
