#!/usr/bin/env node
// Runs the tests that need other engines: R with its package survey, PSPP, DuckDB and ClickHouse. What is missing is installed
// where the system's package manager has it and lets us; what could not be got is said, and its tests are not run. Closes with
// the line `N passed, N failed`. Where CI is set, to have compared with nothing at all is a failure.
//
//   npm run test:engines -- [--grep TEXT]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installPackage } from '../harness/host/packages.mjs';
import { findProgram } from '../harness/host/programs.mjs';
import { ensureDependencies, main, readJson, root, tool } from '../harness/setup.mjs';

const engines = [
  { id: 'r', name: 'R', isThere: () => runs('Rscript', ['--version']), packages: ['r-base-core'] },
  {
    id: 'survey',
    name: "R's package survey",
    isThere: () => runs('Rscript', ['-e', 'library(survey)']),
    packages: ['r-cran-survey'],
  },
  { id: 'pspp', name: 'PSPP', isThere: () => runs('pspp', ['--version']), packages: ['pspp'] },
  { id: 'duckdb', name: 'DuckDB', isThere: hasDuckDb, remedy: 'npm ci installs it with the optional dependencies' },
  {
    id: 'clickhouse',
    name: 'ClickHouse',
    isThere: () => findProgram('clickhouse-server') !== undefined,
    packages: ['clickhouse-server', 'clickhouse-client'],
  },
];

/** What the tests of a file need, by the beginning of its name. */
const needs = [
  { start: 'verify', engines: ['r', 'survey', 'pspp'] },
  { start: 'reference', engines: ['r', 'survey'] },
  { start: 'sql', engines: ['duckdb', 'clickhouse'] },
];

await main(async () => {
  const { values } = parseArgs({ options: { grep: { type: 'string' } } });
  ensureDependencies();
  const missing = engines.filter((engine) => !isGot(engine));
  const lacks = new Set(missing.map(({ id }) => id));
  const { chosen, left } = testFiles(lacks);
  for (const { file, without } of left) console.log(`${file} is not run: it needs ${without.join(' and ')}.`);
  const counts = chosen.length === 0 ? { passed: 0, failed: 0 } : run(chosen, values.grep);
  // What is there is compared. A build that claims to have compared must have compared something.
  const failed = counts.failed + (process.env.CI && chosen.length === 0 ? 1 : 0);
  if (chosen.length === 0) console.log('No engine is here: nothing was compared.');
  console.log(`\n${counts.passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});

function isGot(engine) {
  const { name, isThere, packages = [], remedy } = engine;
  if (isThere()) return true;
  for (const one of packages) installPackage(one, `${name} is missing, and tests compare with it`);
  if (packages.length > 0 && isThere()) return true;
  console.log(
    `${name} could not be got: ${remedy ?? `install ${packages.join(' and ')} with the package manager of your system`}.`,
  );
  return false;
}

function testFiles(lacks) {
  const folder = join(root, 'test/engines');
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  const all = files.map((name) => {
    const needed = needs.find(({ start }) => name.startsWith(start))?.engines ?? [];
    const without = engines.filter(({ id }) => needed.includes(id) && lacks.has(id)).map(({ name: engine }) => engine);
    return { file: `test/engines/${name}`, without };
  });
  return {
    chosen: all.filter(({ without }) => without.length === 0).map(({ file }) => file),
    left: all.filter(({ without }) => without.length > 0),
  };
}

function run(files, grep) {
  const folder = mkdtempSync(join(tmpdir(), 'codebook-engines-'));
  const report = join(folder, 'report.json');
  try {
    const chosen = grep ? ['--grep', grep] : [];
    const args = ['--no-config', '--import=tsx', '--timeout', '300000', '--reporter', join(root, 'test/harness/reporter.cjs')];
    const { status } = tool('mocha', [...args, ...chosen, ...files], { env: { ...process.env, CODEBOOK_TEST_REPORT: report } });
    const counts = existsSync(report) ? readJson(report) : undefined;
    if (counts && (status === 0) === (counts.failed === 0)) return counts;
    console.error(`mocha ended with ${status} ${counts ? `and reported ${counts.failed} failures` : 'before the last test'}.`);
    return { passed: counts?.passed ?? 0, failed: (counts?.failed ?? 0) + 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runs(program, args) {
  return findProgram(program) !== undefined && spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function hasDuckDb() {
  try {
    return existsSync(createRequire(join(root, 'package.json')).resolve('@duckdb/node-api'));
  } catch {
    return false;
  }
}
