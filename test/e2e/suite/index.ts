import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/**
 * What VS Code runs inside its extension host: every file of the suite beside this one. It rejects when a test failed or
 * none was found, and leaves its counts in the file that the harness names, because VS Code in a browser reports
 * success when the extension host dies.
 */
export function run(): Promise<void> {
  const { CODEBOOK_TEST_GREP: grep, CODEBOOK_TEST_REPORT: report } = process.env;
  const mocha = new Mocha({ color: false, timeout: 30000, ...(grep ? { grep } : { failZero: true }) });
  for (const file of readdirSync(__dirname)) if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  return new Promise((resolve, reject) => {
    let passed = 0;
    mocha
      .run((failed) => {
        if (report) writeFileSync(report, JSON.stringify({ passed, failed }));
        if (failed > 0) reject(new Error(`${failed} end-to-end tests failed.`));
        else resolve();
      })
      .on('pass', () => {
        passed += 1;
      });
  });
}
