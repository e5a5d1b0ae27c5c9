import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load } from '../../server/src/cli/load';
import { runEngine } from '../../server/src/cli/run-engine';
import { codebookOf, type EngineScript, type Quantity, type SubjectAgreement, verificationOf } from '../../server/src/language';

/** Every number of the samples, and of a codebook that uses everything: computed anew in R and in PSPP. */
const folders = ['samples/innovation-2020', 'samples/starter', 'test/verify'];

interface Case {
  readonly title: string;
  readonly script: EngineScript;
  readonly dataFile: string;
  /** Subjects that have numbers. */
  readonly subjects: number;
}

describe('Codebooks verified in other engines', () => {
  let cases: readonly Case[] = [];

  before(async () => {
    cases = await allCases();
  });

  it('are all that have data', () => {
    assert.deepEqual(
      cases.map(({ title }) => title),
      ['innovation_central', 'innovation_workplaces', 'library', 'replicates', 'stages'].flatMap((name) => [
        `${name} in r`,
        `${name} in pspp`,
      ]),
    );
  });

  for (const engine of ['r', 'pspp'] as const) {
    for (const name of ['innovation_central', 'innovation_workplaces', 'library', 'replicates', 'stages']) {
      it(`${name} agrees with ${engine} in every cell`, async () => {
        const one = cases.find(({ title }) => title === `${name} in ${engine}`);
        assert.ok(one !== undefined);
        const agreements = await agreementsOf(one);
        assert.equal(agreements.length, one.subjects);
        assert.deepEqual(
          agreements.flatMap(({ id, differences }) => differences.map((difference) => ({ id, ...difference }))),
          [],
        );
        // Nothing is said to agree that was not compared.
        const silent = agreements.filter(({ cells, leftOut }) => cells === 0 && leftOut.length === 0);
        assert.deepEqual(silent, []);
        for (const quantity of expected[engine])
          assert.ok(numbersCompared(agreements, quantity) > 0, `no ${quantity} was compared`);
      });
    }
  }

  it('leave out of R only what its package does not have, and nothing out of PSPP', async () => {
    const stages = cases.filter(({ title }) => title.startsWith('stages'));
    const leftOut = await Promise.all(
      stages.map(async (one) => (await agreementsOf(one)).flatMap((subject) => subject.leftOut)),
    );
    assert.deepEqual(leftOut, [['survey has no standard error of alpha'], []]);
  });

  it('leave nothing behind, and tell an error in the words of the engine', async () => {
    const before = verificationFolders();
    const [r, pspp] = cases;
    assert.ok(r !== undefined && pspp !== undefined);
    const failures = await Promise.all([r, pspp].map(({ script }) => runEngine(script, join(tmpdir(), 'nowhere.csv'))));
    for (const failure of failures) assert.equal(failure.kind, 'failed');
    assert.match(failures[0]?.kind === 'failed' ? failures[0].reason : '', /^Rscript ended with an error: .*nowhere\.csv/);
    assert.match(failures[1]?.kind === 'failed' ? failures[1].reason : '', /^pspp ended with an error: .*nowhere\.csv/);
    assert.deepEqual(verificationFolders(), before);
  });
});

const expected: Readonly<Record<'r' | 'pspp', readonly Quantity[]>> = {
  r: ['estimate', 'n', 'counted', 'se', 'df', 'low', 'high'],
  pspp: ['estimate', 'n', 'counted'],
};

async function allCases(): Promise<readonly Case[]> {
  const { snapshot, files } = await load(folders);
  return files.flatMap((file) => {
    const codebook = codebookOf(snapshot, file);
    const state = snapshot.data.get(file);
    if (codebook === undefined || state?.kind !== 'ready') return [];
    const dataFile = join(dirname(file), state.table.file);
    assert.ok(existsSync(dataFile));
    const { subjects, scripts } = verificationOf(codebook, state.table, { all: !file.includes('/test/verify/') });
    const name = file.replace(/^.*\//, '').replace('.codebook.yaml', '');
    return scripts.map((script) => ({ title: `${name} in ${script.engine}`, script, dataFile, subjects: subjects.length }));
  });
}

async function agreementsOf({ script, dataFile }: Case): Promise<readonly SubjectAgreement[]> {
  const ended = await runEngine(script, dataFile);
  assert.equal(ended.kind, 'ran', ended.kind === 'failed' ? ended.reason : 'it is not installed');
  return ended.kind === 'ran' ? script.compare(script.read(ended.files)) : [];
}

function numbersCompared(agreements: readonly SubjectAgreement[], quantity: Quantity): number {
  return agreements.reduce((sum, { compared }) => sum + (compared.get(quantity)?.numbers ?? 0), 0);
}

function verificationFolders(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('codebook-verify-'));
}
