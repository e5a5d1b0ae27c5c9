import type { Name } from '../../model/declarations';
import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
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
  run: findReversed,
};

interface Scored {
  readonly id: string;
  readonly score: number;
  readonly name: Name;
}

/** Told once for a scale, at the first score that runs the wrong way. */
function* findReversed({ codebook }: CheckSubject): Iterable<Finding> {
  for (const scale of scalesIn(codebook.own)) {
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
    };
  }
}

function scoresOf({ categories, scoresAreCodes }: WrittenScale): readonly Scored[] {
  return categories.flatMap((category) => {
    const written = category.score ?? (scoresAreCodes ? codeOf(category) : undefined);
    if (written === undefined || !/^[+-]?\d+(\.\d+)?$/.test(written.text)) return [];
    return [{ id: category.id.text, score: Number(written.text), name: written }];
  });
}
