import { readDeclarations } from '../../model/read';
import type { Fix } from '../../problem';
import type { StructureProblem } from '../../schema';
import { insertPair, mapPair, memberPairs } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { MapNode } from '../../syntax/tree';
import type { Check, CheckSubject, Finding } from '../check';
import { liesIn } from '../text/lies-in';
import { fromStructure } from './from-structure';
import { missingAnswers } from './missing-answers';

export const missingKey: Check = {
  code: 'missing-key',
  severity: 'error',
  title: 'Missing key',
  doc: {
    why: "Without this key the entry can't be used: a question needs a text or a label and a way to answer, an indicator its measure. Add it.",
    wrong: `codebook: example
languages: [en]
questions:
  satisfied: {type: text}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
  },
  run: findMissing,
};

const inForm = fromStructure('missing-key', (entry, problem) => !isMissingKind(entry, problem));

function* findMissing(subject: CheckSubject): Iterable<Finding> {
  for (const finding of inForm(subject)) yield { ...finding, fixes: answers(finding) };
}

/** A question that says nothing of its answers is not always one with a scale. */
function answers({ place: { entry, span } }: Finding): readonly Fix[] {
  const asked = memberPairs(entry).find(({ section, pair }) => section === 'questions' && pair.key.span.start === span.start);
  const body = asked?.pair.value;
  if (body?.kind !== 'map' || !isWithoutAnswers(body)) return [];
  return ['number', 'text', 'date'].map((type) => {
    const edit = insertPair(entry.text, body, 'type', type);
    return {
      title: `Add \`type: ${type}\``,
      safe: false,
      edits: [{ place: { entry, span: edit.span }, newText: edit.newText }],
    };
  });
}

function isWithoutAnswers(body: MapNode): boolean {
  const has = (key: string) => mapPair(body, key) !== undefined;
  return (has('text') || has('label')) && !['scale', 'type', 'items', 'options'].some(has);
}

/** That a missing answer has no kind is told by `missing-kind-not-stated`. */
function isMissingKind(entry: Entry, { span }: StructureProblem): boolean {
  return readDeclarations(entry)
    .declarations.flatMap(missingAnswers)
    .some(({ id, kindName }) => kindName === undefined && liesIn(id.place, { entry, span }));
}
