import { labelIn } from '../../model/labels';
import { formatNumber } from '../../shares/rounding';
import type { TableLabel } from '../../shares/types';
import type { Disparity, Overlap, WaveTable } from '../../shares/waves/types';
import type { Words } from '../words';
import { waveWordsFor } from '../words/waves';

/** What the standard errors of the changes rest on: units that are in both rounds, or that these are not known. */
export function overlapNotes(overlap: Overlap, words: Words): readonly string[] {
  const own = waveWordsFor(words);
  if (overlap.kind === 'separate') return [own.separate[overlap.reason]];
  const { unit, units, moved, populations } = overlap;
  const number = (value: number) => formatNumber(value, 0, words.language);
  return [
    own.inBoth[unit](number(units.both), number(units.earlier), number(units.now)),
    ...(moved === 0 ? [] : [own.moved(number(moved))]),
    ...(populations.used === populations.stated ? [] : [own.populations(number(populations.used), number(populations.stated))]),
  ];
}

/** What one round alone has, and so is not compared. */
export function oneRoundNotes(table: WaveTable, language: string, words: Words): readonly string[] {
  const own = waveWordsFor(words);
  return (['earlier', 'now'] as const).flatMap((round) => {
    const { items, categories, groups } = round === 'earlier' ? table.onlyEarlier : table.onlyNow;
    const names = [...items, ...categories, ...groups.flat()].map((label) => nameOf(label, language));
    return names.length === 0 ? [] : [own.onlyIn[round](names.join(', '))];
  });
}

function nameOf({ id, labels }: TableLabel, language: string): string {
  return labelIn(labels, language, id);
}

/** One line on something that is not the same in both rounds. */
export function disparityText({ aspect, of, changes }: Disparity, words: Words): string {
  const own = waveWordsFor(words);
  const [first] = changes;
  const distinct = (texts: readonly (string | undefined)[]) => [...new Set(texts.filter((text) => text !== undefined))];
  const inBrackets = (texts: readonly string[]) => (texts.length === 0 ? '' : ` (${texts.join(', ')})`);
  return own.disparity[aspect]({
    of: of === undefined ? '' : `\`${of}\``,
    parts: inBrackets(distinct(changes.map(({ part }) => part))),
    languages: inBrackets(distinct(changes.map(({ language }) => language)).filter((language) => language !== '')),
    earlier: first === undefined || first.earlier === '' ? own.nothing : first.earlier,
    now: first === undefined || first.now === '' ? own.nothing : first.now,
  });
}
