import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Committed reference values are what their scripts give: whoever has R can make them again. */
const references = [
  { folder: 'test/reference', script: 'estimates.R' },
  { folder: 'test/data', script: 'shares-reference.R' },
];

describe('Reference values are made again by their scripts', () => {
  for (const { folder, script } of references) {
    it(`${folder}/${script}`, () => {
      const copy = mkdtempSync(join(tmpdir(), 'codebook-reference-'));
      try {
        for (const name of readdirSync(folder).filter((one) => one.endsWith('.R')))
          cpSync(join(folder, name), join(copy, name));
        const { status, stderr } = spawnSync('Rscript', ['--vanilla', script], { cwd: copy, encoding: 'utf8' });
        assert.equal(status, 0, stderr);
        const made = readdirSync(copy).filter((name) => !name.endsWith('.R'));
        assert.ok(made.some((name) => name.endsWith('.json')));
        for (const name of made) {
          const [now, committed] = [join(copy, name), join(folder, name)].map((file) => readFileSync(file, 'utf8'));
          if (name.endsWith('.json')) sameNumbers(JSON.parse(now ?? ''), JSON.parse(committed ?? ''), name);
          else assert.equal(now, committed, `${name} differs`);
        }
      } finally {
        rmSync(copy, { recursive: true, force: true });
      }
    });
  }
});

/** Numbers may differ by what another processor rounds; everything else must be the same. */
const tolerance = 1e-12;

function sameNumbers(one: unknown, other: unknown, place: string): void {
  if (typeof one === 'number' && typeof other === 'number') {
    const distance = Math.abs(one - other);
    assert.ok(distance <= tolerance * Math.max(1, Math.abs(one), Math.abs(other)), `${place}: ${one} and ${other}`);
  } else if (isRecord(one) && isRecord(other)) {
    assert.deepEqual(Object.keys(one), Object.keys(other), place);
    for (const [key, value] of Object.entries(one)) sameNumbers(value, other[key], `${place}.${key}`);
  } else {
    assert.deepEqual(one, other, place);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
