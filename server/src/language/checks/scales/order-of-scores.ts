import type { Name } from '../../model/declarations';
import type { Fix } from '../../problem';
import { mapPair, walk } from '../../syntax';
import type { Place } from '../../syntax/entry';
import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
import { changeTo } from '../fixes/edits';
import { codeOf, scalesIn, type WrittenScale } from './scales-in';

export const orderOfScores: Check = {
  code: 'order-of-scores',
  severity: 'warning',
  title: 'Scores that run against the order',
  doc: {
    why: 'On a scale that runs from most to least the scores should fall; otherwise a high mean would say little. Change `order` or the scores, or reverse single items with `reverse: true`.',
    wrong: `codebook: example
languages: [en]
questions:
  degree:
    text: To what degree?
    scale:
      order: descending
      categories: {high: {code: 1, score: 1}, some: {code: 2, score: 2}}
`,
    right: `codebook: example
languages: [en]
questions:
  degree:
    text: To what degree?
    scale:
      order: descending
      categories: {high: {code: 1, score: 2}, some: {code: 2, score: 1}}
`,
  },
  where: ['answers'],
  run: findReversed,
};

interface Scored {
  readonly id: string;
  readonly score: number;
  readonly name: Name;
}

/** Told once for a scale, at the first score that runs the wrong way. */
function* findReversed({ own }: CheckSubject): Iterable<Finding> {
  for (const scale of scalesIn(own)) {
    if (scale.order === undefined) continue;
    const sign = scale.order === 'ascending' ? 1 : -1;
    const scores = scoresOf(scale);
    const at = scores.findIndex(({ score }, index) => sign * score < sign * (scores[index - 1]?.score ?? score));
    const [before, wrong] = [scores[at - 1], scores[at]];
    if (before === undefined || wrong === undefined) continue;
    yield {
      place: wrong.name.place,
      expected: `The scores of a scale with \`order: ${scale.order}\` should ${sign > 0 ? 'rise' : 'fall'} from the first category to the last.`,
      found: `${code(wrong.name.text)} for \`${wrong.id}\` follows ${code(before.name.text)} for \`${before.id}\``,
      fixes: turned(scale, scores),
    };
  }
}

/** The other order, where all scores run that way. */
function turned({ order, categories }: WrittenScale, scores: readonly Scored[]): readonly Fix[] {
  const sign = order === 'ascending' ? -1 : 1;
  const isOther = scores.every(({ score }, at) => at === 0 || sign * score >= sign * (scores[at - 1]?.score ?? score));
  const [first] = categories;
  if (!isOther || first === undefined) return [];
  const place = orderBeside(first.id.place);
  return place === undefined ? [] : [changeTo(sign > 0 ? 'ascending' : 'descending', place)];
}

/** Where `order` stands beside the categories that a place is in. */
function orderBeside({ entry, span }: Place): Place | undefined {
  for (const { node } of walk(entry.root)) {
    const categories = mapPair(node, 'categories')?.value;
    const order = mapPair(node, 'order')?.value;
    const isIn = categories !== undefined && categories.span.start <= span.start && span.end <= categories.span.end;
    if (isIn && order !== undefined) return { entry, span: order.span };
  }
  return undefined;
}

function scoresOf({ categories, scoresAreCodes }: WrittenScale): readonly Scored[] {
  return categories.flatMap((category) => {
    const written = category.score ?? (scoresAreCodes ? codeOf(category) : undefined);
    if (written === undefined || !/^[+-]?\d+(\.\d+)?$/.test(written.text)) return [];
    return [{ id: category.id.text, score: Number(written.text), name: written }];
  });
}
