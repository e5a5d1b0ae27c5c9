import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
import { changeTo } from '../fixes/edits';
import { isInCutText } from '../text/flow-rests';
import { overlap, type WrittenCode } from './codes';
import { freeCode } from './free-code';
import { codeOf, scalesIn, type WrittenScale } from './scales-in';

export const duplicateCode: Check = {
  code: 'duplicate-code',
  severity: 'error',
  title: 'Code that stands for two answers',
  doc: {
    why: "A cell of the data is read by its code, so each answer of a scale needs one of its own. `1` and `1.0` are the same code, `01` is another; an empty code can't be told from an empty cell.",
    wrong: `codebook: example
languages: [en]
questions:
  actor: {label: Actor, scale: {categories: {agency: {code: 1}, region: {code: 2}, municipality: {code: 2}}}}
`,
    right: `codebook: example
languages: [en]
questions:
  actor: {label: Actor, scale: {categories: {agency: {code: 1}, region: {code: 2}, municipality: {code: 3}}}}
`,
  },
  where: ['answers'],
  run: findDuplicates,
};

function* findDuplicates(subject: CheckSubject): Iterable<Finding> {
  for (const scale of scalesIn(subject.own)) {
    const { categories, missing } = codesOf(subject, scale);
    yield* duplicatesIn(categories, (at) => freeCode(scale, at));
    yield* duplicatesIn(missing, () => undefined);
    yield* emptyIn([...categories, ...missing]);
  }
}

/** The codes of a scale's categories and of its missing answers, in their order, less those that a comma cut. */
export function codesOf(subject: CheckSubject, { categories, missing }: WrittenScale) {
  const written = (id: string, code: WrittenCode['code'] | undefined) =>
    code === undefined || isInCutText(subject, code.place) ? [] : [{ id, code }];
  return {
    categories: categories.flatMap((category) => written(category.id.text, codeOf(category))),
    missing: missing.flatMap((answer) => written(answer.id.text, answer.code)),
  };
}

/** @param freeFor a code that no answer has, for each one that was copied and not changed */
function* duplicatesIn(codes: readonly WrittenCode[], freeFor: (position: number) => string | undefined): Iterable<Finding> {
  if (areDistinct(codes)) return;
  let told = 0;
  for (const [at, later] of codes.entries()) {
    const first = codes.slice(0, at).find((earlier) => overlap(earlier.code.text, later.code.text));
    if (first === undefined || later.code.text === '') continue;
    const isSame = first.code.text === later.code.text;
    const free = freeFor(told++);
    yield {
      place: later.code.place,
      expected: 'Each answer of a scale must have a code of its own.',
      found: `${code(later.code.text)} is the code of \`${first.id}\`${isSame ? '' : `, ${code(first.code.text)},`} as well`,
      related: [{ place: first.code.place, text: `The code of \`${first.id}\`.` }],
      fixes: free === undefined ? [] : [changeTo(free, later.code.place)],
    };
  }
}

/** Nearly all codes are small whole numbers, of which only equal ones stand for the same cell. */
function areDistinct(codes: readonly WrittenCode[]): boolean {
  return (
    codes.every(({ code: { text } }) => /^[1-9]?\d$/.test(text)) &&
    new Set(codes.map(({ code: { text } }) => text)).size === codes.length
  );
}

function* emptyIn(codes: readonly WrittenCode[]): Iterable<Finding> {
  for (const one of codes) {
    if (one.code.text.trim() !== '') continue;
    yield {
      place: one.code.place,
      expected: 'A code must not be empty.',
      found: `the code of \`${one.id}\` is empty`,
    };
  }
}
