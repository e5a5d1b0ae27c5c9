import type { AnyDeclaration } from '../model/declarations';
import { expressionsIn } from '../model/expression-sites';
import { modelOfEntry } from '../model/file-model';
import { readDeclarations } from '../model/read';
import type { Entry } from '../syntax/entry';
import { scalesIn } from './scales/scales-in';
import { structureOf } from './structure/structure-of';
import { textOutline } from './text/text-outline';

/** What an entry may have, so that checks of it can find something. Most entries have little, and most checks pass them by. */
export type Trait =
  /** Problems of its text. */
  | 'damage'
  /** Problems of its form. */
  | 'malformed'
  /** Something in braces that is no key with a value. */
  | 'flow_rest'
  | 'expression'
  /** Categories, groups or missing answers of its own. */
  | 'answers';

export const traits: readonly Trait[] = ['damage', 'malformed', 'flow_rest', 'expression', 'answers'];

/** The traits of an entry as bits, in the order of `traits`. */
export function traitsOf(entry: Entry): number {
  const { declarations } = readDeclarations(entry);
  return (
    bit(0, entry.problems.length > 0) |
    bit(1, structureOf(entry).length > 0) |
    bit(2, textOutline(entry).hasFlowRests) |
    bit(3, declarations.some(hasExpression)) |
    bit(4, declarations.length > 0 && scalesIn(modelOfEntry(entry)).length > 0)
  );
}

function hasExpression(declaration: AnyDeclaration): boolean {
  return expressionsIn(declaration).length > 0;
}

function bit(position: number, isSet: boolean): number {
  return isSet ? 1 << position : 0;
}
