/**
 * Writes what documents say of the checks, from the checks themselves: the table in the README, and the setting that gives
 * each check its severity. Part of `npm run generate`; `npm test` fails where a committed file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../../server/src/language';

const root = join(__dirname, '../..');

writeBlock('README.md', 'checks', checkTable());
writeSetting();

function checkTable(): string {
  const rows = checks.map(({ code, severity, title }) => `| <a id="${code}"></a>\`${code}\` | ${severity} | ${title} |`);
  return ['| code | severity | what it finds |', '|---|---|---|', ...rows].join('\n');
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function writeBlock(name: string, block: string, content: string): void {
  const file = join(root, name);
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(`<!-- ${block} -->`);
  const after = rest?.split(`<!-- /${block} -->`)[1];
  if (before === undefined || after === undefined) throw new Error(`${name} must have the marks of the block ${block}.`);
  writeIfChanged(file, `${before}<!-- ${block} -->\n${content}\n<!-- /${block} -->${after}`, text);
}

function writeSetting(): void {
  const file = join(root, 'package.json');
  const text = readFileSync(file, 'utf8');
  const manifest = JSON.parse(text);
  manifest.contributes.configuration.properties['codebook.checks'].properties = Object.fromEntries(
    checks.map(({ code, severity, title }) => [
      code,
      { type: 'string', enum: ['error', 'warning', 'hint', 'off'], default: severity, description: `${title}.` },
    ]),
  );
  writeIfChanged(file, `${JSON.stringify(manifest, null, 2)}\n`, text);
}

function writeIfChanged(file: string, text: string, before: string): void {
  if (text !== before) writeFileSync(file, text);
}
