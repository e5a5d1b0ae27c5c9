import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { matchesSnapshot } from '../harness/snapshot';

const program = join(__dirname, '../../dist/cli.js');

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
  figures: ['figures', 'small'],
  'figures-differ': ['figures', 'differs'],
  'figures-json': ['figures', 'differs', '--format', 'json'],
  explain: ['explain', 'unused-suppression'],
  'explain-with-data': ['explain', 'weight-zero'],
  'explain-unknown': ['explain', 'unused-supression'],
  'unknown-command': ['chekc'],
};

describe('The command line', () => {
  for (const [name, args] of Object.entries(commands)) {
    it(`codebook ${args.join(' ')}`, () => {
      matchesSnapshot(join(__dirname, 'snapshots', `${name}.txt`), run(args));
    });
  }

  it('ends quietly when its reader has seen enough', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" explain | head -n 1`], {
      encoding: 'utf8',
    });
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  });
});

function run(args: readonly string[]): string {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const options = { cwd: join(__dirname, 'fixtures'), encoding: 'utf8', env: { ...env, NO_COLOR: '1' } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options);
  const errors = stderr === '' ? '' : `--- standard error\n${stderr}`;
  return `$ codebook ${args.join(' ')}\n${stdout}${errors}--- exit code ${status}\n`;
}
