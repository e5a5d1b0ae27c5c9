import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyChanges, problemsOf, type Snapshot } from '../../server/src/language';
import { dataChecks } from '../../server/src/language/checks/data';
import { figureChecks } from '../../server/src/language/checks/figures';
import { nameOf } from '../../server/src/machine';
import { snapshotOfFolder } from '../harness/folders';
import { matchesSnapshot } from '../harness/snapshot';

const folder = nameOf(join(__dirname, '../../samples/innovation-2020'));
const codes = new Set([...figureChecks, ...dataChecks].map(({ code }) => code));

describe('The figures of the innovation survey', () => {
  let snapshot: Snapshot;

  before(async () => {
    snapshot = await snapshotOfFolder(folder);
  });

  it('are found wanting where the presentation is, and nowhere else', () => {
    matchesSnapshot(join(__dirname, 'innovation-2020.txt'), found(snapshot).join('\n') + '\n');
  });

  it('are all possible under half-up rounding; six are not under half-even', () => {
    const impossible = (of: Snapshot) => found(of).filter((line) => line.includes(' impossible-percentage: ')).length;
    assert.equal(impossible(snapshot), 0);
    const common = join(folder, 'innovation_common.codebook.yaml');
    const text = readFileSync(common, 'utf8');
    const halfEven = text.replace('rounding: half_up', 'rounding: half_even');
    assert.notEqual(halfEven, text);
    assert.equal(impossible(applyChanges(snapshot, [{ kind: 'set', file: nameOf(common), text: halfEven }])), 6);
  });

  it('have a base of drivers that only the routing explains', () => {
    const file = nameOf(join(folder, 'innovation_workplaces.codebook.yaml'));
    const text = readFileSync(file, 'utf8').replace(/^ {4}ask_if: actor != agency and any_activity = yes\n/m, '');
    const before = new Set(found(snapshot));
    const added = found(applyChanges(snapshot, [{ kind: 'set', file, text }])).filter((line) => !before.has(line));
    assert.deepEqual(added, [
      'innovation_workplaces: warning bases-disagree: the base of `region` is 208, but 274 in `collaboration_by_actor`; the base of `municipality` is 821, but 1222 in `collaboration_by_actor`',
      'innovation_workplaces: warning bases-disagree: the base of `yes` is 206, but 282 (76 + 206) in `preconditions_resources`; the base of `no` is 823, but 1378 (88 + 1290) in `collaboration_by_breadth`',
    ]);
  });

  it('show a response rate that the numbers sent do not give', () => {
    const common = nameOf(join(folder, 'innovation_common.codebook.yaml'));
    const text = readFileSync(common, 'utf8').replace('sent: 20,', 'sent: 21,');
    const changed = applyChanges(snapshot, [{ kind: 'set', file: common, text }]);
    const rates = found(changed).filter((line) => line.includes(' figure-differs: '));
    assert.deepEqual(rates, [
      'innovation_common: error figure-differs: `regions`: published 70, computed 66.7 (14 of 21); it takes 20 sent',
    ]);
  });
});

function found(snapshot: Snapshot): readonly string[] {
  return [...snapshot.files.keys()].flatMap((file) =>
    problemsOf(snapshot, file)
      .filter(({ code }) => codes.has(code))
      .map(({ code, severity, found: what }) => `${file.slice(folder.length + 1).split('.')[0]}: ${severity} ${code}: ${what}`),
  );
}
