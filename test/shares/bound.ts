import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundDataOf, type Snapshot } from '../../server/src/language';
import type { BoundData } from '../../server/src/language/shares';
import { folder, snapshotOf } from '../harness/codebooks';

/** The data of one codebook of a fixture, with the codebook's meaning. */
export function boundOf(fixture: string, name = 'main.codebook.yaml'): BoundData {
  return boundOfSnapshot(snapshotOf(fixture), folder + name);
}

export function boundOfSnapshot(snapshot: Snapshot, file: string): BoundData {
  const bound = boundDataOf(snapshot, file);
  assert.ok(bound !== undefined, 'the fixture has data');
  return bound;
}

/** A codebook's text and its data as one fixture. */
export function withData(codebook: string, csv: string): BoundData {
  return boundOf(`#- main.codebook.yaml\n${codebook}#- data.csv\n${csv}`);
}

export function readData(name: string): string {
  return readFileSync(join(import.meta.dirname, '../data', name), 'utf8');
}
