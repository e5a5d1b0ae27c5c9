import { declarationsOf, namesDeclaredBy } from '../../model/declared-names';
import type { Fix } from '../../problem';
import { duplicateSections } from '../../syntax';
import type { Entry, Place } from '../../syntax/entry';
import type { Span } from '../../text/span';
import type { Check, CheckSubject, Finding } from '../check';
import { offered, removeAt } from '../fixes/edits';
import { isInCutText } from './flow-rests';
import { joinedSections } from './joined-sections';
import { liesIn } from './lies-in';

export const duplicateKey: Check = {
  code: 'duplicate-key',
  severity: 'error',
  title: 'Key that stands twice',
  doc: {
    why: "When a key appears twice, only the first counts, and a reader can't see which was meant. Keep one of them; the entries of two sections with the same name belong under one.",
    wrong: `codebook: example
languages: [en]
questions:
  satisfied:
    type: text
    text: Are you satisfied?
    text: How satisfied are you?
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied:
    type: text
    text: How satisfied are you?
`,
  },
  where: ['damage'],
  run: findDuplicates,
  runOnFile: findTwiceAtTheTop,
};

const expected = 'Each key must appear only once.';

/** Ids that are declared twice are told by `duplicate-id`, wherever they stand. */
function* findDuplicates(subject: CheckSubject): Iterable<Finding> {
  const ids = declarationsOf(subject.own).flatMap(namesDeclaredBy);
  for (const entry of subject.entries) {
    for (const problem of entry.problems) {
      const place = { entry, span: problem.span };
      if (problem.code !== 'duplicate-key' || isJoined(entry) || isInCutText(subject, place)) continue;
      if (ids.some((id) => liesIn(id.place, place))) continue;
      const related =
        problem.first === undefined ? [] : [{ place: { entry, span: problem.first }, text: 'It stands here first.' }];
      yield { place, expected, found: problem.found, related, fixes: oneOf(place, problem.first) };
    }
  }
}

function* findTwiceAtTheTop({ entries }: CheckSubject): Iterable<Finding> {
  for (const { key, entry, first } of duplicateSections(entries)) {
    yield {
      place: { entry, span: key.span },
      expected,
      found: `\`${key.text}\` stands here again`,
      related: [{ place: { entry: first.entry, span: first.key.span }, text: 'It stands here first.' }],
      fixesIn: ({ syntax }) => joinedSections(syntax, first.entry, entry),
    };
  }
}

function oneOf(place: Place, first: Span | undefined): readonly Fix[] {
  return [
    ...offered('Remove this one', removeAt(place)),
    ...(first === undefined ? [] : offered('Keep this one and remove the first', removeAt({ ...place, span: first }))),
  ];
}

/** Whether a line may have lost its end, so that keys of two maps stand in one. */
function isJoined({ problems }: Entry): boolean {
  return problems.some(({ code }) => code === 'colon-in-text' || code === 'accidental-continuation' || code === 'yaml-syntax');
}
