import { sameCode } from '../../expression/codes';
import { namesLike } from '../../model/bind';
import type { Codebook, Owner, Use } from '../../model/codebook';
import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
import { unknownInExpressions } from '../expressions/unknown-in-expressions';
import { causeOf, renamings, unknownUses } from './unknown-names';

export const unknownCategory: Check = {
  code: 'unknown-category',
  severity: 'error',
  title: 'Category that is not in the scale',
  doc: {
    why: 'An answer is named by the id of its category, not by its code or label. What the scale does not have never occurs, so nothing is counted. The message lists what the scale has.',
    wrong: `codebook: example
languages: [en]
questions:
  actor: {label: Actor, scale: {categories: {agency: {code: 1}, region: {code: 2}, municipality: {code: 3}}}}
derived:
  level:
    label: Level
    of: actor
    categories: {state: {label: State, of: [agency]}, local: {label: Local, of: [region, 3]}}
`,
    right: `codebook: example
languages: [en]
questions:
  actor: {label: Actor, scale: {categories: {agency: {code: 1}, region: {code: 2}, municipality: {code: 3}}}}
derived:
  level:
    label: Level
    of: actor
    categories: {state: {label: State, of: [agency]}, local: {label: Local, of: [region, municipality]}}
`,
  },
  run: findUnknown,
};

function* findUnknown(subject: CheckSubject): Iterable<Finding> {
  yield* unknownOutside(subject);
  yield* unknownInExpressions(subject, 'unknown-category');
}

function* unknownOutside(subject: CheckSubject): Iterable<Finding> {
  for (const { use, similar } of unknownUses(subject, 'category')) {
    if (use.owner === undefined) continue;
    const meant = idOfCode(subject.codebook, use.owner, use.name);
    const owner = `${use.owner.kind === 'scale' ? 'scale' : 'variable'} \`${use.owner.id}\``;
    yield {
      place: use.place,
      expected: `Each category must be one of those that ${owner} has: ${listed(subject.codebook, use)}.`,
      found: foundWords(use, owner, meant, similar),
      fixes: renamings(use, meant === undefined ? similar : [meant]),
      cause: causeOf(use),
    };
  }
}

function foundWords({ name }: Use, owner: string, meant: string | undefined, [first]: readonly string[]): string {
  if (meant !== undefined) return `${code(name)} is the code of \`${meant}\`, not its id`;
  return `${code(name)} is not a category of the ${owner}${first === undefined ? '' : `; the nearest is \`${first}\``}`;
}

/** More than this many would hide the sentence they stand in. */
const mostListed = 12;

function listed(codebook: Codebook, use: Use): string {
  const names = namesLike(codebook, use);
  const rest = names.length - mostListed;
  const shown = names.slice(0, mostListed).map(code).join(', ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

/** The category or missing answer that has what is written for its code. */
function idOfCode(codebook: Codebook, { kind, id }: Owner, written: string): string | undefined {
  const declared = kind === 'scale' ? codebook.scales.get(id) : undefined;
  const scale = kind === 'variable' ? codebook.variables.get(id)?.scale : undefined;
  const codes = [
    ...[...(declared?.categories ?? []), ...(declared?.missing ?? [])].map((one) => ({
      id: one.id.text,
      code: one.code?.text,
    })),
    ...[...(scale?.categories ?? []), ...(scale?.missing ?? [])],
  ];
  return codes.find((one) => one.code !== undefined && sameCode(one.code, written))?.id;
}
