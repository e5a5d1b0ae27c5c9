import type { Check } from './check';
import { dataChecks } from './data';
import { derivedChecks } from './derived';
import { designChecks } from './design';
import { expressionChecks } from './expressions';
import { figureChecks } from './figures';
import { indicatorChecks } from './indicators';
import { nameChecks } from './names';
import { routingChecks } from './routing';
import { scaleChecks } from './scales';
import { structureChecks } from './structure';
import { suppressionChecks } from './suppression';
import { testChecks } from './tests';
import { textChecks } from './text';
import { uncertaintyChecks } from './uncertainty';

export type { Check, CheckDoc, CheckSubject, Finding } from './check';

/** Every check, in the order in which people meet them: the text, its structure, names, then what they mean. */
export const checks: readonly Check[] = [
  ...textChecks,
  ...structureChecks,
  ...nameChecks,
  ...expressionChecks,
  ...scaleChecks,
  ...routingChecks,
  ...derivedChecks,
  ...indicatorChecks,
  ...uncertaintyChecks,
  ...testChecks,
  ...figureChecks,
  ...dataChecks,
  ...designChecks,
  ...suppressionChecks,
];

export function checkByCode(code: string): Check | undefined {
  return checks.find((check) => check.code === code);
}
