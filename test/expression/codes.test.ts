import assert from 'node:assert/strict';
import { holdsCode, sameCode } from '../../server/src/language/expression/codes';
import { isDate } from '../../server/src/language/expression/dates';

describe('codes', () => {
  const same: readonly (readonly [string, string, boolean])[] = [
    ['46', '46.0', true],
    ['46', '46,00', true],
    ['01', '1', false],
    ['1e3', '1000', false],
    ['1.10', '1.1', false],
    ['12345678901234567890', '12345678901234567890.0', true],
  ];
  for (const [a, b, expected] of same) it(`${a} and ${b}`, () => assert.equal(sameCode(a, b), expected));

  const held: readonly (readonly [string, string, boolean])[] = [
    ['-9..-1', '-9', true],
    ['-9..-1', '-1.0', true],
    ['-9..-1', '0', false],
    ['-9..-1', '-1.5', false],
    ['9', '9.0', true],
    ['9', 'nine', false],
  ];
  for (const [declared, code, expected] of held)
    it(`${code} among ${declared}`, () => assert.equal(holdsCode(declared, code), expected));
});

describe('dates', () => {
  const days: readonly (readonly [string, boolean])[] = [
    ['2020-02-29', true],
    ['1900-02-29', false],
    ['0050-01-01', true],
    ['2020-13-01', false],
    ['2020-1-1', false],
  ];
  for (const [text, expected] of days) it(text, () => assert.equal(isDate(text), expected));
});
