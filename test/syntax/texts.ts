import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sound codebook texts: a questionnaire, what it shares, and one that uses rare but legal YAML. */
export const texts: readonly string[] = ['shared', 'branches', 'odd'].map((name) =>
  readFileSync(join(import.meta.dirname, 'fixtures', `${name}.codebook.yaml`), 'utf8'),
);
