import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, snapshotOfFiles } from '../harness/codebooks';
import { type FixtureFile, parseFixture } from '../harness/marks';
import { matchesSnapshot } from '../harness/snapshot';

/** A fixture: codebooks with a cursor in one of them, and what a user sees there. */
export interface Shown {
  readonly snapshot: ReturnType<typeof snapshotOfFiles>;
  readonly file: string;
  readonly text: string;
  readonly offset: number;
  readonly files: readonly FixtureFile[];
}

const parted = /^#=> ?/m;

/** Runs every fixture of a folder: what stands below `#=>` is what `show` gives. UPDATE=1 writes it. */
export function runFixtures(name: string, show: (shown: Shown, header: (key: string) => string | undefined) => string): void {
  const path = join(import.meta.dirname, name);
  for (const file of readdirSync(path).filter((one) => one.endsWith('.yaml'))) {
    it(file.replace(/\.yaml$/, '').replaceAll('-', ' '), () => {
      const whole = readFileSync(join(path, file), 'utf8');
      const at = whole.search(parted);
      const before = at < 0 ? whole : whole.slice(0, at);
      const header = (key: string) => new RegExp(`^# ${key}: (.*)$`, 'm').exec(before)?.[1];
      const shown = show(shownOf(before.replace(/^# (?:accept|data|language|rename|refactor|fix|to): .*\n/gm, '')), header);
      matchesSnapshot(join(path, file), `${before}#=>\n${shown}`);
    });
  }
}

export function shownOf(fixture: string): Shown {
  const parsed = parseFixture(fixture);
  const at =
    parsed.files.find((one) => one.cursor !== undefined) ?? parsed.files.filter(({ name }) => name.endsWith('.yaml')).at(-1);
  if (at === undefined) throw new Error('The fixture has no file.');
  return {
    snapshot: snapshotOfFiles(parsed),
    file: folder + at.name,
    text: at.text,
    offset: at.cursor ?? 0,
    files: parsed.files,
  };
}
