import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const root = join(__dirname, '../..');

interface Matcher {
  readonly name: string;
  readonly pattern: { readonly regexp: string } & Readonly<Record<Part, number>>;
}

type Part = 'file' | 'line' | 'column' | 'severity' | 'code' | 'message';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const matchers: readonly Matcher[] = manifest.contributes.problemMatchers;

/** VS Code reads what a task prints line by line, after it has taken the colours out. */
describe('the problem matcher', () => {
  for (const [title, colours] of [
    ['without colours', { NO_COLOR: '1' }],
    ['with colours', { FORCE_COLOR: '1' }],
  ] as const)
    it(`finds every problem that codebook check prints ${title}`, () => {
      const expected = problemsOf(check({}, '--format', 'json'));
      assert.ok(new Set(expected.map(({ code }) => code)).size > 50, 'The broken samples must show many checks.');
      assert.deepEqual(matchesIn(check(colours)), expected);
    });

  it('is the one of the task in the README', () => {
    const [, tasks = '{}'] = /^```json\n(.*?"tasks".*?)^```$/ms.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
    const [task] = JSON.parse(tasks).tasks;
    assert.deepEqual(
      matchers.map(({ name }) => `$${name}`),
      [task.problemMatcher],
    );
    assert.equal(task.command, 'codebook check');
  });
});

function check(colours: NodeJS.ProcessEnv, ...flags: readonly string[]): string {
  const { NODE_OPTIONS: _, NO_COLOR: __, ...env } = process.env;
  const args = [join(root, 'dist/cli.js'), 'check', 'samples/broken', ...flags];
  const options = { cwd: root, encoding: 'utf8', env: { ...env, ...colours }, maxBuffer: 2 ** 26 } as const;
  const { stdout } = spawnSync(process.execPath, args, options);
  if ('FORCE_COLOR' in colours) assert.ok(stdout.includes('\u001b['), 'There must be colours to take out.');
  return stdout;
}

type Found = Readonly<Record<Part, string>>;

function problemsOf(json: string): readonly Found[] {
  interface Problem {
    readonly code: string;
    readonly severity: string;
    readonly file: string;
    readonly found: string;
    readonly range: { readonly start: { readonly line: number; readonly column: number } };
  }
  const { problems }: { problems: readonly Problem[] } = JSON.parse(json);
  return problems.map(({ file, range: { start }, severity, code, found }) => ({
    file,
    line: String(start.line),
    column: String(start.column),
    severity,
    code,
    message: found,
  }));
}

function matchesIn(output: string): readonly Found[] {
  const [matcher] = matchers;
  assert.ok(matcher);
  const { pattern } = matcher;
  const regexp = new RegExp(pattern.regexp);
  return stripVTControlCharacters(output)
    .split('\n')
    .flatMap((printed) => {
      const found = regexp.exec(printed);
      if (found === null) return [];
      const part = (name: Part) => found[pattern[name]] ?? '';
      const [file, line, column] = [part('file'), part('line'), part('column')];
      return [{ file, line, column, severity: part('severity'), code: part('code'), message: part('message') }];
    });
}
