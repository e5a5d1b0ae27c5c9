import { usesNamed } from '../../model/use-index';
import { removeMember } from '../../syntax';
import type { Place } from '../../syntax/entry';
import { code } from '../../text/code';
import { nearest } from '../../text/nearest';
import type { CheckSubject, FileNow, FileSubject, Finding } from '../check';
import { offered } from '../fixes/edits';

/** What an entry declares and its file does not name: what importing files name is known only of all together. */
export function unusedNames(kind: 'stage' | 'scale', expected: string) {
  return function* findUnused({ codebook, own }: CheckSubject): Iterable<Finding> {
    for (const declaration of kind === 'stage' ? own.stages : own.scales) {
      if (declaration.id === undefined || declaration.id.text === '') continue;
      const { text: name, place } = declaration.id;
      if (usesNamed(codebook, { kind, name }).some((use) => !use.declares)) continue;
      const fixesIn = ({ syntax }: FileNow) => offered(`Remove ${code(name)}`, removeMember(syntax, place));
      yield { place, expected, found: `nothing uses ${code(name)}`, tag: 'unnecessary', fixesIn };
    }
  };
}

/**
 * Leaves out what a file that imports this one names. Nothing is said while the text is broken, nor of what was probably meant by
 * a misspelt name: that would be a second message for one cause.
 */
export function unlessUsed(kind: 'stage' | 'scale') {
  return (findings: readonly Finding[], { surroundings, importers, foundBy }: FileSubject): readonly Finding[] => {
    if (surroundings.isDamaged) return [];
    const misspelt = foundBy(`unknown-${kind}`).map(({ place }) => textAt(place));
    return findings.filter(({ place }) => {
      const name = textAt(place);
      const isUsed = importers.some((codebook) => usesNamed(codebook, { kind, name }).some((use) => !use.declares));
      return !isUsed && !misspelt.some((other) => nearest(other, [name]).length > 0);
    });
  };
}

function textAt({ entry, span }: Place): string {
  return entry.text.slice(span.start, span.end);
}
