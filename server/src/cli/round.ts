import {
  type Asked,
  type Codebook,
  codebookOf,
  nearest,
  type Shares,
  type SubjectName,
  sharesOf,
  subjectsOf,
} from '../language';
import { type AskedOptions, answered, askedOf, refusal } from './asked';
import { CouldNotRun, load, shownName } from './load';
import { stateText } from './shares';

/** One round of a survey: a codebook with data. */
export interface RoundFile {
  readonly file: string;
  readonly codebook: Codebook;
  readonly shares: Shares;
  /** The data file and its respondents, for people. */
  readonly data: string;
}

/** Reads the codebook that a path names, and its data. Ends the command where there is not one with data. */
export async function readRound(path: string): Promise<RoundFile> {
  const { snapshot, files } = await load([path]);
  const [name] = files;
  if (name === undefined || files.length > 1) {
    throw new CouldNotRun(`${path} holds ${files.length} codebooks: name the file of one of them.`);
  }
  const codebook = codebookOf(snapshot, name);
  const state = snapshot.data.get(name) ?? { kind: 'none' };
  const file = shownName(name);
  if (state.kind === 'failed') throw new CouldNotRun(`${file} has no numbers: ${state.reason.message}`);
  if (codebook === undefined || state.kind !== 'ready') {
    throw new CouldNotRun(`${file} names no data: \`data: {file: …}\` says where the answers of its round are.`);
  }
  return { file, codebook, shares: sharesOf(codebook, state.table), data: stateText(state) };
}

/** What is asked of a round. Ends the command where its codebook can't answer. */
export function askRound({ file, codebook }: RoundFile, options: AskedOptions): Asked {
  const result = askedOf(codebook, options);
  const asked = answered(result);
  if (asked === undefined) throw new CouldNotRun(`${file}: ${refusal(codebook, result)}`);
  return asked;
}

/** What both rounds declare, of the ids that are asked for, or all. Ends the command where an id, or everything, is in one only. */
export function subjectsInBoth(earlier: RoundFile, now: RoundFile, ids: readonly string[]): readonly SubjectName[] {
  const [before, after] = [subjectsOf(earlier.codebook), subjectsOf(now.codebook)];
  const inBoth = after.filter(({ kind, id }) => before.some((other) => other.kind === kind && other.id === id));
  const missing = ids.filter((id) => inBoth.every((subject) => subject.id !== id));
  if (missing.length > 0) throw new CouldNotRun(missing.map((id) => missingText(id, earlier, now)).join('\n'));
  if (inBoth.length === 0) {
    throw new CouldNotRun(
      `${now.file} and ${earlier.file} have nothing in common: what is compared is a question, derived variable or indicator that both declare under one id.`,
    );
  }
  return ids.length === 0 ? inBoth : inBoth.filter(({ id }) => ids.includes(id));
}

function missingText(id: string, earlier: RoundFile, now: RoundFile): string {
  const [before, after] = [earlier, now].map(({ codebook }) => subjectsOf(codebook).find((subject) => subject.id === id));
  if (before !== undefined && after !== undefined) {
    return `\`${id}\` is ${kinds[after.kind]} in ${now.file} and ${kinds[before.kind]} in ${earlier.file}: give one of them another id.`;
  }
  if (before === undefined && after === undefined) {
    return `Neither codebook declares \`${id}\`.${nearestText(id, 'The nearest', [now, earlier])}`;
  }
  const [having, lacking] = after === undefined ? [earlier, now] : [now, earlier];
  const hint = nearestText(id, 'The nearest there', [lacking]);
  return `${having.file} declares \`${id}\`, ${lacking.file} does not.${hint}`;
}

function nearestText(id: string, what: string, rounds: readonly RoundFile[]): string {
  const names = new Set(rounds.flatMap(({ codebook }) => subjectsOf(codebook).map((subject) => subject.id)));
  const similar = nearest(id, names).map((name) => `\`${name}\``);
  return similar.length === 0 ? '' : ` ${what}: ${similar.join(', ')}.`;
}

const kinds: Readonly<Record<SubjectName['kind'], string>> = {
  question: 'a question',
  derived: 'a derived variable',
  indicator: 'an indicator',
};
