import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { matchesSnapshot } from '../harness/snapshot';

const program = join(__dirname, '../../dist/cli.js');

const rounds = ['rounds/visitors-2023.codebook.yaml', 'rounds/visitors-2021.codebook.yaml'] as const;

/** Commands as a user types them in the folder of fixtures; each has a snapshot of what it prints and how it ends. */
const commands: Readonly<Record<string, readonly string[]>> = {
  'check-clean': ['check', 'small'],
  'check-problems': ['check', 'wrong'],
  'check-fails-on-warnings': ['check', 'wrong', '--fail-on', 'warning'],
  'check-json': ['check', 'wrong', '--format', 'json'],
  'check-missing-folder': ['check', 'nowhere'],
  'check-no-codebook': ['check', '../snapshots'],
  'check-data-file': ['check', 'small/small.csv'],
  shares: ['shares', 'small'],
  'shares-swedish': ['shares', 'many_share', 'small', '--language', 'sv'],
  'shares-json': ['shares', 'many_share', 'small', '--format', 'json'],
  'shares-unknown-id': ['shares', 'few_share', 'small'],
  'shares-among': ['shares', 'many_share', 'small', '--by', 'none', '--among', 'branch = central'],
  'shares-by-unknown': ['shares', 'many_share', 'small', '--by', 'brunch'],
  'shares-among-broken': ['shares', 'many_share', 'small', '--among', 'branch = centrall'],
  'shares-all-intervals': ['shares', 'many_share', 'small', '--by', 'none', '--all-intervals', '--format', 'json'],
  compare: ['compare', ...rounds],
  'compare-holm-swedish': ['compare', ...rounds, 'many_share', '--adjust', 'holm', '--language', 'sv'],
  'compare-among': ['compare', ...rounds, 'visits', '--by', 'none', '--among', 'branch = central'],
  'compare-json': ['compare', ...rounds, 'many_share', 'services', '--format', 'json', '--adjust', 'holm'],
  'compare-text-and-broken': ['compare', ...rounds, 'note', 'weekly_share', 'events_share'],
  'compare-unknown-id': ['compare', ...rounds, 'many_shar', 'servces'],
  'compare-id-of-one-round': ['compare', ...rounds, 'visits_mean'],
  'compare-by-one-round': ['compare', ...rounds, 'many_share', '--among', 'branch = island'],
  'compare-by-unknown': ['compare', ...rounds, 'many_share', '--by', 'brunch'],
  'compare-without-data': ['compare', rounds[0], 'rounds/without-data.codebook.yaml'],
  'compare-nothing-in-common': ['compare', rounds[0], 'rounds/other.codebook.yaml'],
  'compare-itself': ['compare', rounds[0], rounds[0]],
  'compare-folder': ['compare', rounds[0], 'rounds'],
  figures: ['figures', 'small'],
  'figures-differ': ['figures', 'differs'],
  'figures-json': ['figures', 'differs', '--format', 'json'],
  explain: ['explain', 'unused-suppression'],
  'explain-with-data': ['explain', 'weight-zero'],
  'explain-unknown': ['explain', 'unused-supression'],
  'verify-unknown-id': ['verify', 'small', '--only', 'few_share'],
  'unknown-command': ['chekc'],
};

describe('The command line', () => {
  for (const [name, args] of Object.entries(commands)) {
    it(`codebook ${args.join(' ')}`, () => {
      matchesSnapshot(join(__dirname, 'snapshots', `${name}.txt`), run(args));
    });
  }

  it('codebook verify says what to install where no engine is', () => {
    matchesSnapshot(join(__dirname, 'snapshots', 'verify-without-engines.txt'), run(['verify', 'small'], nothingInstalled));
  });

  it('codebook verify --write keeps the scripts, also where no engine is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'codebook-cli-'));
    try {
      run(['verify', 'small', '--write', folder], nothingInstalled);
      const names = readdirSync(folder).sort();
      assert.deepEqual(names, ['small.R', 'small.sps']);
      for (const name of names) {
        const text = readFileSync(join(folder, name), 'utf8').replaceAll(relative(folder, __dirname), 'CLI');
        matchesSnapshot(join(__dirname, 'snapshots', `verify-${name}.txt`), text);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('ends quietly when its reader has seen enough', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" explain | head -n 1`], {
      encoding: 'utf8',
    });
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  });
});

/** A path on which there is no program. */
const nothingInstalled = { PATH: join(__dirname, 'fixtures') };

function run(args: readonly string[], own: NodeJS.ProcessEnv = {}): string {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const options = { cwd: join(__dirname, 'fixtures'), encoding: 'utf8', env: { ...env, NO_COLOR: '1', ...own } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options);
  const errors = stderr === '' ? '' : `--- standard error\n${stderr}`;
  return `$ codebook ${args.join(' ')}\n${stdout}${errors}--- exit code ${status}\n`;
}
