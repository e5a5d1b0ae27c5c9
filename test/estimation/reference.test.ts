import assert from 'node:assert/strict';
import { agreementsOf } from '../reference/agreement';
import { reference } from '../reference/reference';

describe(`estimates equal those of ${reference.from}`, () => {
  for (const kind of new Set(reference.cases.map((one) => one.kind))) {
    const cases = reference.cases.filter((one) => one.kind === kind);
    it(`${kind}, ${cases.length} cases`, () => {
      for (const { one, field, expected, found, difference, tolerance } of cases.flatMap(agreementsOf)) {
        const sample = one.sample === undefined ? undefined : reference.samples[one.sample]?.data;
        const told = (): string => JSON.stringify({ ...one, sample, expect: { [field]: expected } });
        assert.ok(difference <= tolerance, `${told()} is ${JSON.stringify(found)}`);
      }
    });
  }
});
