import { sameCode } from '../../expression/codes';
import type { Variable } from '../../model/codebook';
import type { QuestionDeclaration } from '../../model/declarations';
import { countedTexts } from '../../shares/text-column';
import { textsOf } from './cells';
import { invalid, kindNumber, notAsked } from './kinds';
import { kindName, quoted, spssName } from './names';
import type { Source } from './source';

/** What is known of a box before its row is looked at: below 10 a state, from 10 a missing kind. */
const states = { ticked: 1, unticked: 2, empty: 3, invalid: 4, outside: 5, missing: 10 } as const;

/**
 * A multiple response: a yes/no for each option. A box left empty is a no where another is ticked; where none is, it is what
 * `unticked` says.
 * @param outside for each item, the conditions under which it was not asked, as tests
 */
export function writeTicks(
  { writer, table, raw }: Source,
  variable: Variable,
  question: QuestionDeclaration,
  outside: ReadonlyMap<string, readonly string[]>,
): void {
  const ticked = question.ticked?.text ?? '1';
  const declared = variable.scale?.missing ?? [];
  const texts = [...new Set(variable.items.flatMap(({ column }) => textsOf(table, column)))];
  const kindOf = (text: string) => declared.find(({ code }) => code !== undefined && sameCode(code, text))?.kind;
  const untickedTexts = texts.filter((text) => text !== '' && !sameCode(text, ticked) && kindOf(text) === undefined);
  const usual = usualOf(variable, table, untickedTexts);
  const meaning = (text: string): number => {
    if (sameCode(text, ticked)) return states.ticked;
    const kind = kindOf(text);
    if (kind !== undefined) return states.missing + kindNumber(kind);
    return usual !== undefined && sameCode(text, usual) ? states.unticked : states.invalid;
  };
  const specs = texts.filter((text) => text !== '').map((text) => `(${quoted(text)}=${meaning(text)})`);
  const boxes = variable.items.map(({ id, column }) => {
    const box = writer.scratch('box');
    writer.say(`RECODE ${raw.get(column) ?? 'raw'} ${specs.join('')} (ELSE=${states.empty}) INTO ${box}.`);
    for (const test of outside.get(id) ?? []) writer.say(`IF (${test}) ${box} = ${states.outside}.`);
    return { id, box };
  });
  const all = boxes.map(({ box }) => box).join(', ');
  const rest = writer.scratch('rest');
  const empty = states.missing + kindNumber(question.empty ?? 'item_nonresponse');
  const none = question.unticked === 'means_no' ? states.unticked : empty;
  writer.say(
    `COMPUTE ${rest} = ${none}.`,
    ...(usual === undefined
      ? []
      : [`IF (NOT ANY(${states.unticked}, ${all}) AND NOT ANY(${states.invalid}, ${all})) ${rest} = ${empty}.`]),
    // The first missing answer of the row that is declared as such.
    ...[...boxes].reverse().map(({ box }) => `IF (${box} GT ${states.missing}) ${rest} = ${box}.`),
    `IF (ANY(${states.ticked}, ${all})) ${rest} = ${states.unticked}.`,
  );
  for (const { id, box } of boxes) {
    const [value, kind] = [spssName(variable.name, id), kindName(variable.name, id)];
    writer.say(
      `IF (ANY(${box}, ${states.unticked}, ${states.empty})) ${box} = ${rest}.`,
      `RECODE ${box} (${states.ticked}=1)(${states.unticked}=0) (ELSE=SYSMIS) INTO ${value}.`,
      `COMPUTE ${kind} = 0.`,
      `IF (${box} GT ${states.missing}) ${kind} = ${box} - ${states.missing}.`,
      `IF (${box} EQ ${states.invalid}) ${kind} = ${invalid}.`,
      `IF (${box} EQ ${states.outside}) ${kind} = ${notAsked}.`,
    );
  }
}

/** Data code an unticked box by leaving it empty or by one code, the most frequent one; any other is unknown. */
function usualOf(variable: Variable, table: Source['table'], unticked: readonly string[]): string | undefined {
  const counts = new Map(unticked.map((text) => [text, 0]));
  for (const { column } of variable.items) {
    const found = table.columns.get(column);
    for (const { text, count } of found === undefined ? [] : countedTexts(found)) {
      const before = counts.get(text);
      if (before !== undefined) counts.set(text, before + count);
    }
  }
  return [...counts].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
