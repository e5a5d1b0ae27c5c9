import { rangeOf, wholeNumber } from '../../expression/codes';
import type { CategoryDeclaration, DerivedCategory, MissingDeclaration } from '../../model/declarations';
import { overlap } from './codes';
import { codeOf } from './scales-in';

interface Coded {
  readonly categories: readonly (CategoryDeclaration | DerivedCategory)[];
  readonly missing: readonly MissingDeclaration[];
}

/**
 * The next whole number behind the codes of the categories that no answer has; none where codes are not whole numbers.
 * @param position 0 for the first of several that need one
 */
export function freeCode({ categories, missing }: Coded, position: number): string | undefined {
  const codes = categories.flatMap((category) => codeOf(category)?.text ?? []);
  const taken = [...codes, ...missing.flatMap(({ code }) => code?.text ?? [])];
  const numbers = codes.map(wholeNumber);
  if (codes.some((code) => rangeOf(code) !== undefined || /^0\d/.test(code))) return undefined;
  let next = 1;
  for (const number of numbers) {
    if (number === undefined) return undefined;
    next = Math.max(next, Number(number) + 1);
  }
  for (let left = position; ; next++) {
    if (taken.some((code) => overlap(code, `${next}`))) continue;
    if (left === 0) return `${next}`;
    left--;
  }
}
