import type { Fix } from '../../problem';
import { quoteText } from '../../syntax';
import type { Check, CheckSubject, Finding } from '../check';
import { betweenTypographic } from './between-typographic';
import { type FlowRest, flowRests } from './flow-rests';
import { printedNumber } from './printed-number';

export const commaCutsText: Check = {
  code: 'comma-cuts-text',
  severity: 'error',
  title: 'Comma that cuts a text',
  doc: {
    why: 'Inside `{…}` every comma starts a new key, so a text or an expression with a comma in it ends there. Put the whole text in quotes.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied: {text: {en: Are you satisfied, or not?}, type: text}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: {en: "Are you satisfied, or not?"}, type: text}
`,
  },
  where: ['flow_rest'],
  run: findCut,
};

type Cut = Extract<FlowRest, { readonly kind: 'cut' }>;

function* findCut(subject: CheckSubject): Iterable<Finding> {
  for (const rest of flowRests(subject)) {
    if (rest.kind !== 'cut') continue;
    yield {
      place: { entry: rest.entry, span: { start: rest.pair.span.start, end: rest.last.span.end } },
      expected: 'A text or expression with a comma in it must stand in quotes inside `{…}`.',
      found: `the comma ends the text of \`${rest.of.key.text}\``,
      fixes: mendings(rest),
    };
  }
}

/** Only a text without quotes can be cut; its lines become one. */
function mendings({ entry, of, last }: Cut): readonly Fix[] {
  if (of.value.kind !== 'scalar' || of.value.style !== 'plain') return [];
  const span = { start: of.value.span.start, end: last.span.end };
  const whole = entry.text.slice(span.start, span.end).replace(/\s*[\r\n]\s*/g, ' ');
  const number = printedNumber(entry, of, whole);
  const title = number === undefined ? 'Put the whole text in quotes' : `Change to \`${number}\``;
  return [
    {
      title,
      safe: false,
      edits: [{ place: { entry, span }, newText: number ?? quoteText(betweenTypographic(whole) ?? whole, { flow: true }) }],
    },
  ];
}
