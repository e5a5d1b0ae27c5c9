import { canBind, isDeclared } from '../../model/bind';
import type { Codebook } from '../../model/codebook';
import type { FigureDeclaration, FigureNumbers, PublishedNumber } from '../../model/declarations';
import { type FigureKey, figureKeys } from '../../model/figure-keys';
import { usesIn } from '../../model/uses';
import type { Fix } from '../../problem';
import { quoteText } from '../../syntax';
import type { Span } from '../../text/span';
import type { Check, CheckSubject, Finding } from '../check';
import { addListed, offered } from '../fixes/edits';
import { ownFigures, type PrintedFigure } from './printed';

export const figureKeyUnknown: Check = {
  code: 'figure-key-unknown',
  severity: 'error',
  title: 'Number at a key the figure does not have',
  doc: {
    why: 'Published numbers stand under item, category and group, in this order, as far as the figure has them. A superfluous key, a missing item or an answer that the base leaves out leads to no number of the definition, so nothing can be checked.',
    wrong: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
frames:
  agencies: {label: Agencies, sent: 203, responded: 164}
  regions: {label: Regions, sent: 20, responded: 14}
figures:
  response_rates: {frames: [agencies], rate: {agencies: 81, regions: 70}}
`,
    right: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
frames:
  agencies: {label: Agencies, sent: 203, responded: 164}
  regions: {label: Regions, sent: 20, responded: 14}
figures:
  response_rates: {frames: [agencies, regions], rate: {agencies: 81, regions: 70}}
`,
  },
  looksAt: ['figures'],
  run: findUnknownKeys,
};

/** Names that nothing declares are other checks'. */
function* findUnknownKeys(subject: CheckSubject): Iterable<Finding> {
  const { codebook, entries, own } = subject;
  const unknown = new Set(
    entries
      .flatMap((entry) => usesIn(codebook, entry))
      .flatMap((use) => (canBind(codebook, use) && !isDeclared(codebook, use) ? [use.place.span] : [])),
  );
  for (const figure of own.figures) {
    if (figure.frames !== undefined) yield* eachNumber(codebook, figure, unknown, (keys) => frameFault(figure, keys));
  }
  for (const printed of ownFigures(subject)) {
    yield* eachNumber(codebook, printed.declaration, unknown, (keys, numbers) => tableFault(codebook, printed, keys, numbers));
  }
}

interface Fault {
  readonly at: FigureKey | undefined;
  readonly found: string;
  readonly fixes?: readonly Fix[];
}

type FindFault = (keys: readonly FigureKey[], numbers: FigureNumbers, cell: PublishedNumber) => Fault | undefined;

/** The same key leads to many numbers: what is wrong with it is said once. */
function* eachNumber(
  codebook: Codebook,
  figure: FigureDeclaration,
  unknown: ReadonlySet<Span>,
  faultOf: FindFault,
): Iterable<Finding> {
  const said = new Set<Span>();
  for (const numbers of figure.numbers) {
    for (const cell of numbers.cells) {
      const keys = figureKeys(codebook, figure, numbers, cell);
      if (keys.some(({ name }) => unknown.has(name.place.span))) continue;
      const fault = faultOf(keys, numbers, cell);
      const place = fault?.at?.name.place ?? cell.number.place;
      if (fault === undefined || said.has(place.span)) continue;
      said.add(place.span);
      yield {
        place,
        expected: 'A published number must stand where its figure has one: item, category, group.',
        found: fault.found,
        fixes: fault.fixes ?? [],
      };
    }
  }
}

function frameFault(figure: FigureDeclaration, keys: readonly FigureKey[]): Fault | undefined {
  const frames = figure.frames?.map((frame) => frame.text) ?? [];
  const stray = keys.find(({ name }) => !frames.includes(name.text));
  const listed = frames.map((frame) => `\`${frame}\``).join(', ');
  if (stray !== undefined) {
    const last = figure.frames?.at(-1);
    const edits = last === undefined ? [] : addListed(last.place, quoteText(stray.name.text, { flow: true }));
    const fixes = offered(`Add \`${stray.name.text}\` to the figure's frames`, edits);
    return { at: stray, found: `\`${stray.name.text}\` is none of the figure's frames: ${listed}`, fixes };
  }
  return keys.length === 0 && frames.length > 1 ? { at: undefined, found: `no frame is named, of ${listed}` } : undefined;
}

function tableFault(
  codebook: Codebook,
  { plan, by }: PrintedFigure,
  keys: readonly FigureKey[],
  { statistic }: FigureNumbers,
): Fault | undefined {
  const hasItems = plan.rows.some((row) => row.item !== undefined);
  const categories = keys.filter(({ role }) => role === 'category');
  const [category, tooMany] = categories;
  const takesCategory = statistic !== 'base' && ['share', 'distribution', 'quantile'].includes(plan.measure);
  const stray = takesCategory ? tooMany : category;
  if (stray !== undefined) return { at: stray, found: strayText(stray.name.text, by) };
  const item = keys.find(({ role }) => role === 'item');
  if (hasItems && item === undefined && statistic !== 'base') return { at: undefined, found: 'the item is not named' };
  if (plan.measure === 'distribution' && category === undefined && statistic !== 'base') {
    return { at: undefined, found: 'the category is not named' };
  }
  return category === undefined || !takesCategory ? undefined : missingFault(codebook, category, plan.base);
}

function strayText(name: string, by: readonly string[]): string {
  const split = by.length === 0 ? 'it is not split' : `it is split by ${by.map((variable) => `\`${variable}\``).join(' and ')}`;
  return `\`${name}\` is one key too many for this figure: ${split}`;
}

/** A missing answer has a row where the base counts it. */
function missingFault(codebook: Codebook, { name, variable }: FigureKey, base: string): Fault | undefined {
  const declared = codebook.variables.get(variable ?? '')?.scale?.missing.find(({ id }) => id === name.text);
  if (declared === undefined || declared.kind === 'not_asked') return undefined;
  const isAnswer = declared.kind === 'dont_know' || declared.kind === 'not_applicable';
  const isIn = base === 'asked' || (base === 'answered' && isAnswer);
  return isIn ? undefined : { at: undefined, found: `\`${name.text}\` is not in a base of \`${base}\`` };
}
