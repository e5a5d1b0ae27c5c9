import { applyChanges, type Codebook, codebookOf, emptySnapshot } from '../../../server/src/language';
import { breakdowns, indicators, questions } from './data';

/** What differs from one bench to the next. */
interface Choices {
  readonly questions?: number;
  readonly by?: readonly string[];
  /** The least number of items of an indicator, where it is not its own. */
  readonly least?: Readonly<Record<string, number>>;
}

/** The questions that have tables; the others are only counted in indicators. */
export const shown = 50;

/** A codebook for the answers: each question shown and each indicator by every breakdown. */
export function bookText({ by = Object.keys(breakdowns), least = {} }: Choices = {}): string {
  return [
    'codebook: shares',
    'languages: [en]',
    'data: {file: data.csv, weight: weight, design: {strata: stratum}}',
    `defaults: {base: answered, by: [${by.join(', ')}]}`,
    'scales:',
    '  extent:',
    '    order: ascending',
    '    categories:',
    ...numbered(5).map((code) => `      c${code}: {code: ${code}, label: "${code}"}`),
    '    groups: {high: {label: High, of: [c4, c5]}}',
    ...Object.entries(breakdowns).map(([name, groups]) => {
      const categories = numbered(groups).map((code) => `g${code}: {code: ${code}, label: "${code}"}`);
      return `  ${name}: {categories: {${categories.join(', ')}}}`;
    }),
    'questions:',
    ...questions.map((name) => `  ${name}: {label: ${name}, scale: extent}`),
    ...Object.keys(breakdowns).map((name) => `  ${name}: {label: ${name}, scale: ${name}}`),
    'derived:',
    ...indicators.map(({ id, of, k }) => {
      const items = of.map((name) => `${name} = high`).join(', ');
      return `  ${id}: {label: ${id}, value: "count(${items}) >= ${least[id] ?? k}", unknown: {rule: as_no, min_valid: 1}}`;
    }),
    'indicators:',
    ...indicators.map(({ id }) => `  share_${id}: {measure: share, of: ${id}}`),
    '',
  ].join('\n');
}

function numbered(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

const folder = '/bench/';

export function bookOf(text: string): Codebook {
  const file = `${folder}main.codebook.yaml`;
  const codebook = codebookOf(applyChanges(emptySnapshot([folder]), [{ kind: 'set', file, text }]), file);
  if (codebook === undefined) throw new Error('The bench needs its codebook.');
  return codebook;
}
