import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of the codebooks that come with the product: those to copy and read, and those that show what is wrong. */
export const samples: { readonly sound: readonly string[]; readonly broken: readonly string[] } = {
  sound: [...codebooksIn('samples/starter'), ...codebooksIn('samples/innovation-2020')],
  broken: codebooksIn('samples/broken'),
};

function codebooksIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.codebook.yaml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
