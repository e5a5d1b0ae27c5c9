import type { Entry, SyntaxProblemCode } from '../syntax/entry';
import { misplacedKey, missingKey, missingOneOf, unknownKey } from './key-problems';
import { schemaAt } from './lookup';
import { pathOf, plainEntry, type SchemaError, targetAt } from './plain';
import type { StructureProblem } from './structure-problem';
import { validate } from './validator.generated';
import { badId, badValue } from './value-problems';

/**
 * What is wrong with an entry's form, in the order of the text. Pure; keep the result by entry. Nothing is said of a section
 * that the language does not have but that it does not have it, of keys of texts by language, of keys without value inside `{…}`,
 * and of what broken text may have taken away.
 */
export function structureProblems(entry: Entry): readonly StructureProblem[] {
  if (isInUnknownSection(entry) || validate(plainEntry(entry))) return nothing;
  const problems = (validate.errors ?? []).flatMap((error) => problemOf(entry, error) ?? []);
  return onePerSpan(problems)
    .filter((problem) => !isCascade(entry, problem))
    .sort((a, b) => a.span.start - b.span.start);
}

/** Of nearly every entry: one list for all of them. */
const nothing: readonly StructureProblem[] = [];

function isInUnknownSection(entry: Entry): boolean {
  return entry.role === 'member' && schemaAt([entry.section])?.section !== true;
}

function problemOf(entry: Entry, error: SchemaError): StructureProblem | undefined {
  const path = pathOf(entry, error.instancePath);
  const target = targetAt(entry, path);
  const place = schemaAt(path);
  if (target === undefined || place === undefined || error.propertyName !== undefined) return undefined;
  const subject = { path, target, place };
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(subject, error.params.additionalProperty ?? '');
    case 'false schema':
      return misplacedKey(entry, subject);
    case 'required':
      return isAlternative(error) ? undefined : missingKey(subject, error.params.missingProperty ?? '');
    case 'anyOf':
      return missingOneOf(subject);
    case 'propertyNames':
      return badId(subject, error.params.propertyName ?? '');
    case 'if':
      return undefined;
    default:
      return badValue(subject, error);
  }
}

/** One of several keys of which any would do; `anyOf` itself is reported as well. */
function isAlternative(error: SchemaError): boolean {
  return error.schemaPath.includes('/anyOf/');
}

/** Of one value one thing is said; of one entry, each key that it lacks. */
function onePerSpan(problems: readonly StructureProblem[]): readonly StructureProblem[] {
  const told = new Set<string>();
  return problems.filter(({ code, span, found }) => {
    const place = `${span.start}-${span.end} ${code === 'missing-key' ? found : ''}`;
    const isNew = !told.has(place);
    told.add(place);
    return isNew;
  });
}

/** Syntax problems that leave the tree as it was meant. */
const harmless: readonly SyntaxProblemCode[] = ['duplicate-key', 'comment-cuts-text'];

/** Whether the problem may come from broken text: it lies on it, or a key is missing that may stand in it. */
function isCascade(entry: Entry, problem: StructureProblem): boolean {
  if (problem.code === 'missing-key') return entry.problems.some((broken) => !harmless.includes(broken.code));
  return entry.problems.some(
    (broken) =>
      broken.code !== 'duplicate-key' && broken.span.start <= problem.span.end && problem.span.start <= broken.span.end,
  );
}
