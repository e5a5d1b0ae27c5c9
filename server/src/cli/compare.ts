import { compareWaves, hasSoundDefinition, type SubjectName } from '../language';
import type { AskedOptions } from './asked';
import { comparisonJson } from './compare-json';
import { comparisonText } from './compare-text';
import type { ExitCode } from './exit-code';
import { CouldNotRun } from './load';
import { print, printJson } from './print';
import { askRound, type RoundFile, readRound, subjectsInBoth } from './round';

interface CompareOptions extends AskedOptions {
  readonly adjust: 'none' | 'holm';
  readonly format: 'text' | 'json';
  readonly language?: string;
}

/** The differences of what two codebooks declare under one id. Exit code 2 where they can't be compared. */
export async function compare(
  path: string,
  earlierPath: string,
  ids: readonly string[],
  options: CompareOptions,
): Promise<ExitCode> {
  const [now, earlier] = [await readRound(path), await readRound(earlierPath)];
  if (now.file === earlier.file) {
    throw new CouldNotRun(`${now.file} is compared with itself: name the codebook of an earlier round behind it.`);
  }
  const subjects = subjectsInBoth(earlier, now, ids);
  const sound = subjects.filter((subject) => hasSoundDefinition(now.codebook, subject) && isSound(earlier, subject));
  const unsound = subjects.filter((subject) => !sound.includes(subject)).map(({ id }) => id);
  const comparison = compareWaves(
    { shares: earlier.shares, asked: askRound(earlier, options) },
    { shares: now.shares, asked: askRound(now, options) },
    sound,
    options.adjust,
  );
  const compared = new Set(comparison.tables.map(({ now: { subject } }) => subject.id));
  const withoutNumbers = ids.filter((id) => !compared.has(id) && !unsound.includes(id));
  if (options.format === 'json') {
    printJson('codebook-comparison/1', comparisonJson(earlier, now, comparison, { unsound, withoutNumbers }));
  } else {
    for (const text of comparisonText(earlier, now, comparison, options.language)) print(text);
    for (const id of unsound) print(`${id} is not compared: its definition has errors, which codebook check tells.\n`);
    for (const id of withoutNumbers) print(`${id} is not compared: a text or date has no numbers.\n`);
  }
  return 0;
}

function isSound({ codebook }: RoundFile, subject: SubjectName): boolean {
  return hasSoundDefinition(codebook, subject);
}
