import { reservedWords } from '../expression';
import { mapPair } from '../syntax';
import type { SyntaxNode } from '../syntax/tree';
import { code } from '../text/code';
import { nearest } from '../text/nearest';
import { isLegalId, legalId } from './legal-id';
import type { SchemaPlace } from './place';
import type { SchemaError } from './plain';
import type { StructureProblem } from './structure-problem';
import { alternatives, nameOf, type Subject, sentence } from './subject';

/** A value that is of another kind than its place asks for, or none of those it lists. */
export function badValue(subject: Subject, error: SchemaError): StructureProblem {
  const { node } = subject.target;
  if (node.kind === 'scalar' && subject.place.scalar === idWords)
    return badIdProblem(node.text, node.span, [], reservedIn(subject));
  if (node.kind === 'scalar' && subject.place.values !== undefined) return unknownValue(subject, node.text);
  const { limit } = error.params;
  return {
    code: 'wrong-type',
    span: node.kind === 'empty' ? (subject.target.pair?.key.span ?? node.span) : node.span,
    expected: limit === undefined ? typeExpected(subject) : countExpected(subject, error, limit),
    found: foundIn(node),
    similar: [],
  };
}

const idWords = 'an id';

function unknownValue(subject: Subject, text: string): StructureProblem {
  const values = subject.place.values?.map(({ value }) => value) ?? [];
  const listed = alternatives(values.map(code));
  return {
    code: 'unknown-value',
    span: subject.target.node.span,
    expected: `${sentence(nameOf(subject))} must be ${listed}.`,
    found: `${code(text)} is not ${values.length > 1 ? 'one of them' : listed}`,
    similar: nearest(text, values),
  };
}

function typeExpected(subject: Subject): string {
  const { forms, title } = subject.place;
  const name = sentence(nameOf(subject));
  if (title !== undefined && forms.every((form) => form === 'map')) return `${name} must hold the keys of ${title}.`;
  return `${name} must be ${alternatives(formsOf(subject.place))}.`;
}

function formsOf(place: SchemaPlace): readonly string[] {
  return place.forms.flatMap((form) => wordsFor(form, place));
}

function wordsFor(form: SchemaPlace['forms'][number], place: SchemaPlace): readonly string[] {
  switch (form) {
    case 'map':
      return [place.membersDeclare === undefined ? 'keys with values' : 'ids with what they stand for'];
    case 'list':
      return ['a list'];
    case 'scalar':
      return place.values?.map(({ value }) => code(value)) ?? [place.scalar ?? 'a text'];
  }
}

function countExpected(subject: Subject, error: SchemaError, limit: number): string {
  const bound = error.keyword === 'maxItems' ? 'at most' : 'at least';
  return `${sentence(nameOf(subject))} must name ${bound} ${limit}.`;
}

function foundIn(node: SyntaxNode): string {
  switch (node.kind) {
    case 'empty':
      return 'nothing stands there';
    case 'scalar':
      return node.text === '' ? 'an empty text stands there' : `${code(node.text)} stands there`;
    case 'list':
      return node.items.length === 0 ? 'an empty list stands there' : `a list of ${node.items.length} stands there`;
    case 'map':
      return node.pairs.length === 0 ? 'nothing stands between the braces' : 'keys with values stand there';
  }
}

/** An id that is declared here and is not legal. */
export function badId(subject: Subject, id: string): StructureProblem | undefined {
  const { node } = subject.target;
  const pair = mapPair(node, id);
  if (pair === undefined || node.kind !== 'map') return undefined;
  const others = node.pairs.map((one) => one.key.text);
  return badIdProblem(id, pair.key.span, others, reservedIn(subject));
}

/**
 * Words that are no ids here. `yes` and `no` are the ids of a yes/no scale's own categories and of nothing else; `missing` is the
 * line of those without a group and what a test expects of any missing answer, so that no answer and no item has it.
 */
function reservedIn({ place }: Subject): readonly string[] {
  switch (place.membersDeclare) {
    case 'category':
      return [...reservedWords.filter((word) => word !== 'yes' && word !== 'no'), 'missing'];
    case 'group':
    case 'item':
      return [...reservedWords, 'missing'];
    default:
      return reservedWords;
  }
}

function badIdProblem(
  id: string,
  span: StructureProblem['span'],
  taken: readonly string[],
  words: readonly string[],
): StructureProblem {
  const isReserved = isLegalId(id);
  return {
    code: isReserved ? 'reserved-id' : 'illegal-id',
    span,
    expected: isReserved
      ? `An id must not be one of the words ${alternatives(words.map(code))}.`
      : 'An id must begin with one of the letters a–z and hold only small letters a–z, digits and `_`.',
    found: isReserved ? `${code(id)} is one of them` : `${code(id)} is no legal id`,
    similar: [legalId(id, [...words, ...taken])],
  };
}
