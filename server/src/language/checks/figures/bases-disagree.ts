import type { Check, CheckSubject, Finding } from '../check';
import { type PrintedBase, printedBases } from './populations';
import { aboutOf, groupBy, isOwn } from './printed';

export const basesDisagree: Check = {
  code: 'bases-disagree',
  severity: 'warning',
  title: 'Bases of the same group that differ',
  doc: {
    why: 'Questions that are put to the same people have the same base in each group, less those who left one of them unanswered. A reader who finds two bases can’t tell nonresponse from a slip of the pen: check the source, and note the reason.',
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
  run: findDisagreeing,
};

/** A base that differs from the one most subjects have in the same group. */
interface Outlier {
  readonly base: PrintedBase;
  readonly usual: PrintedBase;
}

function* findDisagreeing({ codebook }: CheckSubject): Iterable<Finding> {
  const rows = groupBy(printedBases(codebook), (base) => base.key);
  const outliers = [...rows.values()].flatMap((row) => outliersIn(row));
  const own = outliers.filter(({ base }) => isOwn(codebook, base.figure));
  for (const ofFigure of groupBy(own, ({ base }) => base.figure.declaration.id.text).values()) yield* finding(ofFigure);
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
  const about = aboutOf({ groups: base.number.groups });
  const where =
    usual.figure === base.figure ? aboutOf({ item: usual.number.item, groups: [] }) : `\`${usual.figure.declaration.id.text}\``;
  return `the base${about === '' ? '' : ` of ${about}`} is ${base.number.text}, but ${usual.number.text} in ${where}`;
}
