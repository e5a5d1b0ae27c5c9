import pc from 'picocolors';
import {
  type Codebook,
  comparisonsIn,
  disparityText,
  formatNumber,
  labelIn,
  notAlikeMark,
  oneRoundNotes,
  overlapNotes,
  type WaveComparison,
  type WaveTable,
  type Words,
  waveLines,
  waveWordsFor,
  wordsFor,
} from '../language';
import { aligned } from './print';
import type { RoundFile } from './round';

/** The rounds and what their differences rest on, then a table for each subject and split. */
export function comparisonText(
  earlier: RoundFile,
  now: RoundFile,
  comparison: WaveComparison,
  language: string = now.codebook.languages[0] ?? '',
): readonly string[] {
  const words = wordsFor(language);
  const own = waveWordsFor(words);
  const { waves, overlap, tables } = comparison;
  const round = (name: string, wave: string | undefined, { file, data }: RoundFile) => [
    name,
    [...(wave === undefined ? [] : [wave]), file, data].join(' · '),
  ];
  const compared = comparisonsIn(tables);
  const isAdjusted = tables.some(({ differences }) => differences.some(({ adjusted }) => adjusted !== undefined));
  const count = formatNumber(compared, 0, words.language);
  return [
    ...[round(own.earlier, waves.earlier, earlier), round(own.now, waves.now, now)].map((cells) => cells.join(': ')),
    '',
    ...tables.map((table) => tableText(now.codebook, table, comparison, language, words)),
    ...overlapNotes(overlap, words),
    ...(compared < 2 ? [] : [own.comparisons(count, isAdjusted)]),
    '',
  ];
}

function tableText(codebook: Codebook, table: WaveTable, comparison: WaveComparison, language: string, words: Words): string {
  const { subject, base } = table.now;
  const { head, rows } = waveLines(codebook, table, language, words);
  const different = [...comparison.disparities, ...table.disparities];
  const alike = different.length === 0 ? [] : [waveWordsFor(words).notAlike(notAlikeMark)];
  const notes = [
    ...oneRoundNotes(table, language, words),
    ...alike,
    ...different.map((one) => `  ${disparityText(one, words)}`),
    ...(hasSameOverlap(table, comparison) ? [] : overlapNotes(table.overlap, words)),
  ];
  const label = labelIn(subject.labels, language, subject.id);
  return [
    `${pc.bold(subject.id)} ${label} ${pc.dim(`· ${subject.measure}, base: ${base}`)}`,
    ...aligned([head, ...rows]).map((line) => `  ${line}`),
    ...notes.map((note) => pc.dim(`  ${note}`)),
    '',
  ].join('\n');
}

/** What all tables rest on is told once, below them. */
function hasSameOverlap({ overlap: own }: WaveTable, { overlap }: WaveComparison): boolean {
  return JSON.stringify(own) === JSON.stringify(overlap);
}
