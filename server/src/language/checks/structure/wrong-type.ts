import type { Fix } from '../../problem';
import type { Check, CheckSubject, Finding } from '../check';
import { changeTo, offered, removeAt } from '../fixes/edits';
import { flowRests } from '../text/flow-rests';
import { mapsIn } from '../text/text-maps';
import { fromStructure } from './from-structure';
import { itemsWithIds } from './ids-from-texts';

export const wrongType: Check = {
  code: 'wrong-type',
  severity: 'error',
  title: 'Value of the wrong kind',
  doc: {
    why: 'A list, a map or a word stands where something else is required, or nothing stands there, so the value is not read. The message says what must stand there.',
    wrong: `codebook: example
languages: [en]
questions:
  employees: {text: How many work here?, type: number, range: "10"}
`,
    right: `codebook: example
languages: [en]
questions:
  employees: {text: How many work here?, type: number, range: 10..}
`,
  },
  where: ['malformed', 'flow_rest'],
  run: findWrongTypes,
};

const inForm = fromStructure('wrong-type');

function* findWrongTypes(subject: CheckSubject): Iterable<Finding> {
  for (const finding of inForm(subject))
    yield { ...finding, fixes: [...(finding.fixes ?? []), ...listsWithIds(finding), ...openRanges(finding)] };
  for (const { kind, entry, pair } of flowRests(subject)) {
    // A text without words in one language is told by the check of the labels.
    const isText = mapsIn(entry).some((placed) => placed.isText && placed.map.pairs.includes(pair));
    if (kind !== 'without-value' || isText) continue;
    yield {
      place: { entry, span: pair.key.span },
      expected: 'A key inside `{…}` must have a value.',
      found: `\`${pair.key.text}\` has no value`,
      fixes: offered(`Remove \`${pair.key.text}\``, removeAt({ entry, span: pair.key.span })),
    };
  }
}

/** A lone number has to say which of its ends is open. */
function openRanges({ place: { entry, span } }: Finding): readonly Fix[] {
  const pair = mapsIn(entry)
    .flatMap(({ map }) => map.pairs)
    .find(({ key, value }) => key.text === 'range' && value.span.start === span.start);
  const [, number] = pair?.value.kind === 'scalar' ? (/^(-?\d+)$/.exec(pair.value.text) ?? []) : [];
  return number === undefined ? [] : [`${number}..`, `..${number}`].map((range) => changeTo(range, { entry, span }));
}

/** A list of texts where ids are due: each can have one. */
function listsWithIds({ place: { entry, span } }: Finding): readonly Fix[] {
  const placed = mapsIn(entry).flatMap(({ map, place }) => map.pairs.map((pair) => ({ pair, place })));
  const found = placed.find(({ pair }) => pair.value.kind === 'list' && pair.value.span.start === span.start);
  const declares = found?.place?.keys.find(({ key }) => key === found.pair.key.text)?.place.membersDeclare;
  if (declares === undefined || found?.pair.value.kind !== 'list') return [];
  return itemsWithIds(entry, found.pair.value, declares === 'category');
}
