import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Codebook, codebookOf, respondent, type Value } from '../../server/src/language';
import { bindData } from '../../server/src/language/shares';
import { valueReader } from '../../server/src/language/shares/columns';
import { folder, snapshotOf } from '../harness/codebooks';
import { type GeneratedRow, generatedRow, tableOf } from './generated-rows';

const samples = join(import.meta.dirname, '../../samples');

const codebooks: readonly { readonly name: string; readonly folder: string; readonly files: readonly string[] }[] = [
  { name: 'the starter', folder: join(samples, 'starter'), files: ['library.codebook.yaml'] },
  ...['central', 'workplaces'].map((name) => ({
    name: `the innovation survey, ${name}`,
    folder: join(samples, 'innovation-2020'),
    files: [`innovation_${name}.codebook.yaml`, 'innovation_common.codebook.yaml'],
  })),
  { name: 'routing of every sort', folder: import.meta.dirname, files: ['routing-of-every-sort.codebook.yaml'] },
];

describe('one respondent by itself and a row of a data file have the same values', () => {
  for (const { name, folder: place, files } of codebooks) {
    it(name, () => {
      const texts = files.map((file) => `#- ${file}\n${readFileSync(join(place, file), 'utf8')}`);
      const codebook = codebookOf(snapshotOf(texts.join('\n')), folder + files[0]);
      assert.ok(codebook !== undefined && codebook.questions.size > 3);
      const seeds = fc.array(fc.integer(), { minLength: 1, maxLength: 20 });
      fc.assert(
        fc.property(seeds, (chosen) =>
          assertSame(
            codebook,
            chosen.map((seed) => generatedRow(codebook, seed)),
          ),
        ),
        { numRuns: 60 },
      );
    });
  }
});

function assertSame(codebook: Codebook, rows: readonly GeneratedRow[]): void {
  const bound = bindData(codebook, tableOf(rows));
  const people = rows.map(({ answers }) =>
    respondent(codebook, (variable, item) => answers.get(item === undefined ? variable : `${variable}.${item}`)),
  );
  for (const variable of codebook.variables.values()) {
    for (const item of variable.type?.kind === 'vector' ? variable.type.items : [undefined]) {
      const column = bound.column(variable.name, item);
      assert.ok(column !== undefined, `${variable.name} has a column`);
      const read = valueReader(column);
      for (const [at, person] of people.entries()) {
        const where = `${variable.name} ${item ?? ''} of ${JSON.stringify([...(rows[at]?.answers ?? [])])}`;
        assert.equal(inWords(read(at)), inWords(person(variable.name, item)), where);
      }
    }
  }
}

function inWords(value: Value): string {
  return value.known ? `${value.value}` : `(${value.kind})`;
}
