import { existsSync } from 'node:fs';
import { type Asked, type AskedResult, type Codebook, nearest, readAsked } from '../language';
import { CouldNotRun } from './load';

/** What the arguments of a command name: ids of a codebook, and where codebooks are looked for. */
export interface Named {
  readonly ids: readonly string[];
  readonly paths: readonly string[];
}

/** An argument that looks like a path, or is there, is one; every other is an id. Without a path codebooks are looked for here. */
export function namedBy(names: readonly string[]): Named {
  const isPath = (name: string): boolean => /[/\\.]/.test(name) || existsSync(name);
  const paths = names.filter(isPath);
  return { ids: names.filter((name) => !isPath(name)), paths: paths.length === 0 ? ['.'] : paths };
}

export interface AskedOptions {
  readonly by?: readonly string[];
  readonly among?: string;
}

/** What is asked of one codebook; `undefined` where it lacks what is named, so that another may be meant. */
export function askedOf(codebook: Codebook, { by, among }: AskedOptions): AskedResult {
  const isNone = by?.length === 1 && by[0] === 'none';
  return readAsked(codebook, isNone ? [] : by, among);
}

/** Ends the command where no codebook can answer what is asked: with the first reason. */
export function requireAnswer(results: readonly { readonly codebook: Codebook; readonly result: AskedResult }[]): void {
  const [first] = results;
  if (first === undefined || results.some(({ result }) => result.kind === 'asked')) return;
  throw new CouldNotRun(refusal(first.codebook, first.result));
}

export function answered(result: AskedResult): Asked | undefined {
  return result.kind === 'asked' ? result.asked : undefined;
}

/** Why a codebook can't answer what is asked, as a sentence; `''` where it can. */
export function refusal(codebook: Codebook, result: AskedResult): string {
  switch (result.kind) {
    case 'asked':
      return '';
    case 'unknown_variable': {
      const [similar] = nearest(result.name, [...codebook.variables.keys()]);
      return `There is no variable \`${result.name}\` to split by${similar === undefined ? '.' : `: perhaps \`${similar}\`.`}`;
    }
    case 'not_categorical':
      return `\`${result.name}\` can't split: name a question with a scale, a yes/no, or a derived variable with categories.`;
    case 'too_many':
      return `\`${result.split}\` crosses more than two variables: two can be crossed.`;
    case 'problems':
      return result.problems.map(({ expected, found }) => `--among: ${found}. ${expected}`).join('\n');
  }
}
