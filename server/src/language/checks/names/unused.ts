import type { Use } from '../../model/codebook';
import { declaredNames } from '../../model/declared-names';
import { usesOf } from '../../model/uses';
import { removeMember } from '../../syntax';
import type { FileSyntax } from '../../syntax/entry';
import { code } from '../../text/code';
import { nearest } from '../../text/nearest';
import type { CheckSubject, Finding } from '../check';
import { offered } from '../fixes/edits';
import { structureOf } from '../structure/from-structure';

/**
 * What a file declares and neither it nor a file that imports it names. Nothing is said while the text is broken, nor of what
 * was probably meant by a misspelt name: that would be a second message for one cause.
 */
export function unusedNames(kind: 'stage' | 'scale', expected: string) {
  return function* findUnused({ codebook, importers, syntax, neighbours }: CheckSubject): Iterable<Finding> {
    if ([syntax, ...neighbours].some(isDamaged)) return;
    const declared = declaredNames(codebook.own).filter((use) => use.kind === kind);
    if (declared.length === 0) return;
    const used = usedNames([codebook, ...importers].flatMap(usesOf), kind);
    const known = new Set(declared.map(({ name }) => name));
    const misspelt = [...used].filter((name) => !known.has(name));
    for (const { name, place } of declared) {
      if (name === '' || used.has(name) || misspelt.some((other) => nearest(other, [name]).length > 0)) continue;
      const fixes = offered(`Remove ${code(name)}`, removeMember(syntax, place));
      yield { place, expected, found: `nothing uses ${code(name)}`, tag: 'unnecessary', fixes };
    }
  };
}

function isDamaged({ entries }: FileSyntax): boolean {
  return entries.some(
    ({ entry }) => entry.problems.length > 0 || structureOf(entry).some(({ code: problem }) => problem === 'unknown-key'),
  );
}

function usedNames(uses: readonly Use[], kind: Use['kind']): ReadonlySet<string> {
  return new Set(uses.filter((use) => use.kind === kind && !use.declares).map(({ name }) => name));
}
