#!/usr/bin/env node
// What the project's own build runs: every test, then those that need other engines. Both count, and the last line is the total
// of both, `N passed, N failed`.
import { spawn } from 'node:child_process';
import { main, root } from './setup.mjs';

const commands = [['test/harness/run.mjs', '--editors'], ['test/engines/run.mjs']];

await main(async () => {
  const total = { passed: 0, failed: 0 };
  for (const command of commands) {
    const { passed, failed } = await counted(command);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\nAll together:\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
});

/** Runs a command, shows what it says, and reads its closing line. One that ends badly without saying so has failed once. */
function counted(command) {
  return new Promise((resolve) => {
    const env = { ...process.env, CI: process.env.CI ?? 'true' };
    const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let last = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      last = (last + chunk).slice(-10_000);
    });
    child.on('close', (status) => {
      const [, passed, failed] = [...last.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
      const counts = { passed: Number(passed ?? 0), failed: Number(failed ?? 0) };
      const isHonest = passed !== undefined && (status === 0) === (counts.failed === 0);
      resolve(isHonest ? counts : { ...counts, failed: counts.failed + 1 });
    });
  });
}
