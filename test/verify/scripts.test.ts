import assert from 'node:assert/strict';
import { join } from 'node:path';
import { load } from '../../server/src/cli/load';
import { codebookOf, type EngineScript, verificationOf } from '../../server/src/language';
import { matchesSnapshot } from '../harness/snapshot';

/** What each of these uses is read best in the scripts themselves. */
const shown = ['determinable', 'closeness_rows', 'profile', 'quantiles_staff', 'turnover_per_staff', 'channel_ticks'];

describe('Scripts for other engines', () => {
  let scripts: readonly EngineScript[] = [];

  before(async () => {
    scripts = await scriptsOf('stages', shown);
  });

  it('define everything in R as the codebook does', () => {
    const text = scripts.find(({ engine }) => engine === 'r')?.text('everything.csv') ?? '';
    matchesSnapshot(join(__dirname, 'stages.R.txt'), text);
  });

  it('define everything in SPSS as the codebook does', () => {
    const text = scripts.find(({ engine }) => engine === 'pspp')?.text('everything.csv') ?? '';
    matchesSnapshot(join(__dirname, 'stages.sps.txt'), text);
  });

  it('say how replicate weights are used', async () => {
    const [r] = await scriptsOf('replicates', ['determinable']);
    assert.match(
      r?.text('everything.csv') ?? '',
      /svrepdesign\(data = SAMPLE, repweights = REPLICATES, .*type = "JKn", scale = 1/,
    );
  });

  it('name the data file they are given, whatever its name', async () => {
    const [r, pspp] = await scriptsOf('stages', ['determinable']);
    assert.match(r?.text(`it's "år".csv`) ?? '', /else "it's \\"\\u\{e5\}r\\".csv"/);
    assert.match(pspp?.text(`it's "år".csv`) ?? '', /\/FILE='it''s "år".csv'/);
  });
});

async function scriptsOf(name: string, only: readonly string[]): Promise<readonly EngineScript[]> {
  const { snapshot, files } = await load([join(__dirname, `${name}.codebook.yaml`)]);
  const [file = ''] = files;
  const codebook = codebookOf(snapshot, file);
  const state = snapshot.data.get(file);
  assert.ok(codebook !== undefined && state?.kind === 'ready');
  return verificationOf(codebook, state.table, { only, all: false }).scripts;
}
