/**
 * Fixtures are codebook texts with marks. A line `#- name` starts a file, `$0` is where the cursor stands, and a line
 * `# ^^^ code: found` says what is expected in the line above it, under the carets (the `#` may be left out, so that the
 * first column can be marked). Marks are taken out of the text.
 */
export interface Fixture {
  readonly files: readonly FixtureFile[];
}

export interface FixtureFile {
  readonly name: string;
  readonly text: string;
  /** Offset of `$0` in `text`. */
  readonly cursor?: number;
  readonly expected: readonly Mark[];
}

/** Offsets in the file's text. A mark covers at least one column and ends with its line. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly found: string;
}

const fileLine = /^#- (\S+)\s*$/;
const markLine = /^\s*#?\s*(\^+)\s+([a-z][a-z0-9-]*)(?:: (.*?))?\s*$/;

export function parseFixture(fixture: string): Fixture {
  const files: FixtureFile[] = [];
  let name = 'main.codebook.yaml';
  let lines: string[] = [];
  for (const line of splitLines(fixture)) {
    const start = fileLine.exec(line);
    if (start === null) {
      lines.push(line);
      continue;
    }
    if (lines.length > 0) files.push(parseFile(name, lines.join('')));
    name = start[1] ?? name;
    lines = [];
  }
  return { files: [...files, parseFile(name, lines.join(''))] };
}

/** The only file of a fixture. */
export function parseFileFixture(fixture: string): FixtureFile {
  const [file, ...others] = parseFixture(fixture).files;
  if (file === undefined || others.length > 0) throw new Error('The fixture must be one file.');
  return file;
}

/** The text with what was found marked under its lines: equal to the fixture (but for `$0`) if it is what was expected. */
export function withMarks(text: string, found: readonly Mark[]): string {
  const ordered = [...found].sort((a, b) => a.start - b.start || a.end - b.end || a.code.localeCompare(b.code));
  let at = 0;
  let result = '';
  let next = 0;
  for (const line of splitLines(text)) {
    const content = line.replace(/[\r\n]+$/, '');
    const isLast = at + line.length === text.length;
    result += line;
    for (let mark = ordered[next]; mark !== undefined && (mark.start < at + line.length || isLast); mark = ordered[++next]) {
      if (!/[\r\n]$/.test(result)) result += '\n';
      result += markUnder(mark, at, content) + '\n';
    }
    at += line.length;
  }
  return result;
}

function markUnder(mark: Mark, lineStart: number, content: string): string {
  const from = mark.start - lineStart;
  const to = Math.max(from + 1, Math.min(mark.end - lineStart, content.length));
  const lead = from === 0 ? '' : '#'.padEnd(from, ' ');
  return `${lead}${'^'.repeat(to - from)} ${mark.code}${mark.found === '' ? '' : `: ${mark.found}`}`;
}

function parseFile(name: string, marked: string): FixtureFile {
  const expected: Mark[] = [];
  let text = '';
  let lineStart = 0;
  let cursor: number | undefined;
  for (const line of splitLines(marked)) {
    const mark = markLine.exec(line);
    if (mark !== null) {
      const start = lineStart + line.indexOf('^');
      expected.push({ start, end: start + (mark[1] ?? '').length, code: mark[2] ?? '', found: mark[3] ?? '' });
      continue;
    }
    lineStart = text.length;
    const at = line.indexOf('$0');
    if (at >= 0) cursor = lineStart + at;
    text += at < 0 ? line : line.slice(0, at) + line.slice(at + 2);
  }
  return cursor === undefined ? { name, text, expected } : { name, text, cursor, expected };
}

function splitLines(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
