import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportedProblems } from '../../server/src/language';
import { possiblePercent } from '../../server/src/language/shares';
import { folder, snapshotOf } from '../harness/codebooks';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** What the example of the README stands on. */
const above = `codebook: example
languages: [sv, en]
stages:
  background: {sv: Bakgrund, en: Background}
  activities: {sv: Aktiviteter, en: Activities}
scales:
  actors: {categories: {agency: {code: 1, label: {sv: Myndigheter, en: Agencies}}, region: {code: 2, label: {sv: Regioner, en: Regions}}}}
  yes_no: {categories: {"yes": {code: 1, label: {sv: Ja, en: "Yes"}}, "no": {code: 2, label: {sv: Nej, en: "No"}}}}
`;
const actor = '  actor: {stage: background, label: {sv: Aktör, en: Actor}, scale: actors}\n';

describe('the README', () => {
  it('begins with an example that has no problems', () => {
    const [, example = ''] = /^```yaml\n(questions:.*?)^```$/ms.exec(readme) ?? [];
    assert.match(example, /count\(activities = yes\)/);
    const snapshot = snapshotOf(above + example.replace('questions:\n', `questions:\n${actor}`));
    const problems = reportedProblems(snapshot, `${folder}main.codebook.yaml`);
    assert.deepEqual(
      problems.map(({ code, found }) => `${code}: ${found}`),
      [],
    );
  });

  it('is right about which percentages can be', () => {
    const [, percent, base] = /that (\d+) % of (\d+) is impossible/.exec(readme) ?? [];
    assert.equal(possiblePercent(Number(percent), 0, Number(base), 'half_up'), false);
    const [, low, high] = /that (\d+) \+ (\d+) can be right/.exec(readme) ?? [];
    assert.equal(Number(low) + Number(high), 101);
    for (const half of [low, high]) assert.equal(possiblePercent(Number(half), 0, 88, 'half_up'), true);
  });
});
