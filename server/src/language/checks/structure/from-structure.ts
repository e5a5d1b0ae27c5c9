import type { Fix } from '../../problem';
import type { StructureCode, StructureProblem } from '../../schema';
import { quoteText } from '../../syntax';
import type { Entry, Place } from '../../syntax/entry';
import type { CheckSubject, Finding } from '../check';
import { printedNumber } from '../text/printed-number';
import { mapsIn } from '../text/text-maps';
import { structureOf } from './structure-of';

/** What the schema room has told under a code; the nearest names stand in the words and as fixes. */
export function fromStructure(code: StructureCode, isOwn: (entry: Entry, problem: StructureProblem) => boolean = () => true) {
  return function* findStructure({ entries, surroundings }: CheckSubject): Iterable<Finding> {
    for (const entry of entries) {
      for (const problem of structureOf(entry)) {
        // With tabs it can't be told what belongs to what.
        if (problem.code === code && !surroundings.hasTabs && isOwn(entry, problem)) yield findingOf(entry, problem);
      }
    }
  };
}

function findingOf(entry: Entry, problem: StructureProblem): Finding {
  const { code, span, expected, found } = problem;
  const place = { entry, span };
  const number = code === 'wrong-type' ? numberAt(place) : undefined;
  const similar = number === undefined ? problem.similar : [number];
  const [first] = code === 'illegal-id' || code === 'reserved-id' ? [] : similar;
  const nearby = number === undefined ? 'the nearest is' : 'a codebook writes it';
  return {
    place,
    expected,
    found: first === undefined ? found : `${found}; ${nearby} \`${first}\``,
    fixes: similar.map(
      (name): Fix => ({
        title: `Change to \`${name}\``,
        safe: false,
        edits: [{ place, newText: number ?? quoteText(name, { flow: true }) }],
      }),
    ),
  };
}

/** The number that stands at a place as people print it. */
function numberAt({ entry, span }: Place): string | undefined {
  const pairs = mapsIn(entry).flatMap(({ map }) => map.pairs);
  const pair = pairs.find(({ value }) => value.kind === 'scalar' && value.span.start === span.start);
  return pair && printedNumber(entry, pair, entry.text.slice(span.start, span.end));
}
