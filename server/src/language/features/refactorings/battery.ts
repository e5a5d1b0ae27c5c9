import { insertable } from './battery-entry';
import { batteryQuestions } from './battery-questions';
import { batteryUses } from './battery-uses';
import { inFiles } from './sources';
import type { Refactoring, Selected } from './types';

/**
 * Questions that follow each other, on one scale, as items of one battery. Each keeps its column, its label and its routing, and
 * whatever named it names the item. Not where something of them has no place in a battery, or where something names one of them
 * that can't name an item.
 */
export function toBattery(selected: Selected): readonly Refactoring[] {
  const { snapshot, language } = selected;
  const questions = batteryQuestions(selected);
  if (questions.length < 2) return [];
  const battery = insertable(selected, questions);
  const uses = battery && batteryUses(selected, questions, battery.id);
  if (battery === undefined || uses === undefined) return [];
  const edits = inFiles(snapshot, [...battery.edits, ...uses]);
  const count = questions.length;
  const title =
    language === 'sv'
      ? `Gör ${count} frågor till batteriet \`${battery.id}\``
      : `Make ${count} questions the battery \`${battery.id}\``;
  return edits === undefined ? [] : [{ kind: 'rewrite', title, edits }];
}
