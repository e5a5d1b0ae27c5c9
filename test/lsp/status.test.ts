import assert from 'node:assert/strict';
import type { ReportedProblem } from '../../server/src/language';
import { shownProblems } from '../../server/src/lsp/shown-problems';
import type { Status } from '../../server/src/protocol';
import { type Client, pulling, until } from './client';
import { broken, main, sessionsInFolder } from './folder';

describe('the status of a codebook', () => {
  const { start, uri } = sessionsInFolder();
  const name = 'main.codebook.yaml';
  const status = (one: Client) => one.connection.sendRequest<Status>('codebook/status', { uri: uri(name) });
  const ours = (trusted: boolean, language = 'en') => ({ initializationOptions: { trusted, language } });

  it('says what is checked, what was found and what is still under way', async () => {
    const one = await start(ours(true));
    await one.open(uri(name), broken);
    assert.deepEqual(await status(one), {
      checked: '2 questions, reading answers.csv',
      problems: 'checking …',
      limits: [],
      busy: true,
    });
    await until(async () => (await status(one)).checked === '2 questions, 3 rows of data');
    assert.equal((await status(one)).problems, 'checking …');
    await one.pull(uri(name));
    assert.deepEqual(await status(one), {
      checked: '2 questions, 3 rows of data',
      problems: '1 error',
      limits: [],
      busy: false,
    });
    await one.type(uri(name), 2, main);
    assert.ok((await status(one)).busy, 'What was found is of the text before.');
    await one.pull(uri(name));
    assert.equal((await status(one)).problems, 'no problems');
  });

  it('tells in Swedish why data are not read, and which routing is not compared', async () => {
    const one = await start(ours(false, 'sv'));
    const arithmetic = main.replace(
      'ask_if: actor = agency',
      'ask_if: actor = agency}\n  more: {stage: results, label: M, type: number, ask_if: money * 2 > 4',
    );
    await one.open(uri(name), arithmetic);
    await until(async () => {
      await one.pull(uri(name));
      return !(await status(one)).busy;
    });
    assert.deepEqual(await status(one), {
      checked: '3 frågor, utan data',
      problems: 'inga problem',
      limits: [
        'Data läses inte: arbetsytan är inte betrodd.',
        '1 hoppvillkor jämförs inte med dem ovanför: för många kombinationer av svar, eller aritmetik.',
      ],
      busy: false,
    });
  });

  it('is told to have changed after an edit and after a check, once somebody has asked', async () => {
    const one = await start({ ...ours(true), capabilities: pulling });
    let changes = 0;
    one.connection.onNotification('codebook/statusChanged', () => void changes++);
    await one.open(uri(name), main);
    await status(one);
    await one.pull(uri(name));
    await until(() => changes > 0);
    const before = changes;
    await one.type(uri(name), 2, broken);
    await until(() => changes > before);
  });

  it('counts the problems that are too many to be shown', async () => {
    const one = await start(ours(true));
    const lines = Array.from({ length: 1200 }, (_, at) => `  q${at}: {label: Q, scale: gone${at}, stage: results}`);
    await one.open(uri(name), `${main}${lines.join('\n')}\n`);
    await until(async () => (await status(one)).checked.includes('3 rows'));
    assert.equal((await one.pull(uri(name))).length, 1_000);
    const { problems, limits } = await status(one);
    const found = Number(/([\d,]+) errors/.exec(problems)?.[1]?.replace(',', ''));
    assert.ok(found >= 1_200, problems);
    assert.match(limits.join(), /problems are not shown: at most 1,000 are, errors first\./);
  });

  it('errors are shown before warnings, and all in the order of the file', () => {
    const severities = ['hint', 'warning', 'error', 'warning', 'error', 'hint'] as const;
    const problems = severities.map((severity, at) => ({ ...anyProblem, severity, span: { start: at, end: at } }));
    const starts = (most: number) => shownProblems(problems, most).shown.map(({ span }) => span.start);
    assert.deepEqual([1, 2, 3, 4, 5, 6].map(starts), [
      [2],
      [2, 4],
      [1, 2, 4],
      [1, 2, 3, 4],
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4, 5],
    ]);
    assert.deepEqual(shownProblems(problems, 4).bySeverity, { error: 2, warning: 2, hint: 2 });
    assert.equal(shownProblems(problems, 4).hidden, 2);
    assert.equal(shownProblems(problems, 6).hidden, 0);
  });
});

const anyProblem: ReportedProblem = {
  code: 'any',
  severity: 'hint',
  file: '',
  span: { start: 0, end: 0 },
  expected: '',
  found: '',
  related: [],
  fixes: [],
};
