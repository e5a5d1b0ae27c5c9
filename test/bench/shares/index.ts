import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * 50 questions and 10 indicators by three breakdowns, with standard errors: `npm run bench -- shares [--rows 1660,100000]
 * [--rounds 5]`. Ours and the others in turn, in one run, on answers that are the same everywhere. Ours is bundled first, as it
 * ships: what runs tests wraps functions, which counts where a view takes milliseconds.
 */
export async function benchShares(args: readonly string[]): Promise<void> {
  const root = join(__dirname, '../../..');
  const program = join(root, 'dist/test/bench-shares.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/bench/shares/compare.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    external: ['@duckdb/node-api'],
  });
  const { status } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' });
  rmSync(program);
  process.exitCode = status ?? 1;
}
