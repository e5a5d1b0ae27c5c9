import { readDeclarations } from '../../model/read';
import type { StructureProblem } from '../../schema';
import type { Entry } from '../../syntax/entry';
import type { Check, CheckSubject, Finding } from '../check';
import { liesIn } from '../text/lies-in';
import { fromStructure } from './from-structure';
import { keysToAdd } from './keys-to-add';
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
  where: ['malformed'],
  run: findMissing,
};

const inForm = fromStructure('missing-key', (entry, problem) => !isMissingKind(entry, problem));

function* findMissing(subject: CheckSubject): Iterable<Finding> {
  for (const finding of inForm(subject)) yield { ...finding, fixes: keysToAdd(finding.place) };
}

/** That a missing answer has no kind is told by `missing-kind-not-stated`. */
function isMissingKind(entry: Entry, { span }: StructureProblem): boolean {
  return readDeclarations(entry)
    .declarations.flatMap(missingAnswers)
    .some(({ id, kindName }) => kindName === undefined && liesIn(id.place, { entry, span }));
}
