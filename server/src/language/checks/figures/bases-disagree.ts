import type { Check, CheckSubject, Finding } from '../check';
import { type PrintedBase, printedBases } from './populations';
import { aboutOf, groupBy, isOwn } from './printed';
import { summedBases } from './summed-bases';

export const basesDisagree: Check = {
  code: 'bases-disagree',
  severity: 'warning',
  title: 'Bases of the same group that differ',
  doc: {
    why: "Questions that are put to the same people have the same base in each group, less those who left one of them unanswered. A reader who finds two bases can't tell nonresponse from a slip of the pen: check the source, and note the reason.",
    wrong: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
  returning: {text: Will you come again?, scale: yes_no}
figures:
  satisfied_all: {of: satisfied, base: 1290, share: 51}
  returning_all: {of: returning, base: 1288, share: 24}
`,
    right: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
  returning: {text: Will you come again?, scale: yes_no}
figures:
  satisfied_all: {of: satisfied, base: 1290, share: 51}
  returning_all: {of: returning, base: 1290, share: 24}
`,
  },
  runOnFile: findDisagreeing,
};

/** A base that differs from the one most subjects have in the same group. */
interface Outlier {
  readonly base: PrintedBase;
  readonly usual: PrintedBase;
}

function* findDisagreeing({ codebook }: CheckSubject): Iterable<Finding> {
  const printed = outliersAmong(printedBases(codebook));
  const told = new Set(printed.map(({ base }) => base.figure));
  // What the parts of a sum have told is not told again of the sum.
  const summed = outliersAmong([...printedBases(codebook), ...summedBases(codebook)]).filter(
    ({ base, usual }) => isSum(base, usual) && !told.has(base.figure) && base.figure !== usual.figure,
  );
  const own = [...printed, ...summed.filter((one) => !summed.some((other) => isWithin(other.base, one.base)))].filter(
    ({ base }) => isOwn(codebook, base.figure),
  );
  for (const ofFigure of groupBy(own, ({ base }) => base.figure.declaration.id.text).values()) yield* finding(ofFigure);
}

function outliersAmong(bases: readonly PrintedBase[]): readonly Outlier[] {
  return [...groupBy(bases, (base) => base.key).values()].flatMap(outliersIn);
}

function isSum(base: PrintedBase, usual: PrintedBase): boolean {
  return base.parts !== undefined || usual.parts !== undefined;
}

/** Whether one base is a part of a sum, which then differs because of it. */
function isWithin(base: PrintedBase, { parts: whole = [] }: PrintedBase): boolean {
  const parts = base.parts ?? [base.number];
  return parts.length < whole.length && parts.every((part) => whole.includes(part));
}

/** The usual base is that of most subjects; of two that are as frequent the larger one, as nonresponse only takes away. */
function outliersIn(row: readonly PrintedBase[]): readonly Outlier[] {
  const byValue = groupBy(row, ({ number }) => `${number.value}`);
  if (byValue.size < 2) return [];
  const ranked = [...byValue.values()].sort((a, b) => subjects(b) - subjects(a) || sizeOf(b) - sizeOf(a));
  const usual = ranked[0]?.[0];
  return usual === undefined ? [] : ranked.slice(1).flatMap((bases) => bases.map((base) => ({ base, usual })));
}

function subjects(bases: readonly PrintedBase[]): number {
  return new Set(bases.map(({ figure }) => figure.indicator.declaration.of?.parsed.text.trim())).size;
}

function sizeOf([first]: readonly PrintedBase[]): number {
  return first?.number.value ?? 0;
}

/** One finding for each figure: the items of a battery that differ in the same way say it once. */
function* finding(outliers: readonly Outlier[]): Iterable<Finding> {
  const different = [
    ...groupBy(outliers, ({ base, usual }) => `${base.group}\n${base.number.text}\n${usual.number.text}`).values(),
  ];
  const firsts = different.flatMap(([first]) => first ?? []);
  const [first] = firsts;
  if (first === undefined) return;
  yield {
    place: first.base.number.place,
    expected: 'Bases of the same group, asked the same way, must be equal, or the difference explained.',
    found: firsts.map(describe).join('; '),
    related: firsts.map(({ usual }) => ({
      place: usual.number.place,
      text: `${usual.number.text} in \`${usual.figure.declaration.id.text}\``,
    })),
  };
}

function describe({ base, usual }: Outlier): string {
  const { figure, number } = usual;
  const where = figure === base.figure ? aboutOf({ item: number.item, groups: [] }) : `\`${figure.declaration.id.text}\``;
  return `${baseText(base)}, but ${number.text}${sumText(usual)} in ${where}`;
}

function baseText({ number, parts }: PrintedBase): string {
  const about = aboutOf({ groups: parts === undefined ? number.groups : number.groups.filter((group) => group !== 'total') });
  const of = about === '' ? '' : ` of ${about}`;
  return parts === undefined
    ? `the base${of} is ${number.text}`
    : `the bases${of} sum to ${parts.map(({ text }) => text).join(' + ')} = ${number.text}`;
}

function sumText({ parts }: PrintedBase): string {
  return parts === undefined ? '' : ` (${parts.map(({ text }) => text).join(' + ')})`;
}
