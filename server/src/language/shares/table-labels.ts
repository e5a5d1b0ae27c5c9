import type { Labels, ResponseScale } from '../expression/types';
import type { MissingKind } from '../expression/value';
import type { Variable } from '../model/codebook';
import { yesNoWords } from '../model/labels';
import type { TableLabel } from './types';

const kindLabels: Readonly<Record<MissingKind, Labels>> = {
  dont_know: { sv: 'Vet ej', en: "Don't know" },
  not_applicable: { sv: 'Ej relevant', en: 'Not applicable' },
  refused: { sv: 'Vill ej svara', en: 'Refused' },
  item_nonresponse: { sv: 'Ej svar', en: 'No answer' },
  invalid: { sv: 'Ogiltigt svar', en: 'Invalid answer' },
  not_asked: { sv: 'Ej tillfrågad', en: 'Not asked' },
  undetermined: { sv: 'Går ej att avgöra', en: 'Undetermined' },
};

/** Yes and no of a condition that has no words of its own. */
export const yesNoCategories: readonly TableLabel[] = [
  { id: 'yes', labels: yesNoWords.yes },
  { id: 'no', labels: yesNoWords.no },
];

/** Rows of a scale: its categories, then its groups. */
export function tableCategories(scale: ResponseScale): readonly TableLabel[] {
  const categories = scale.categories.map(({ id, labels }) => ({ id, labels }));
  return [...categories, ...scale.groups.map(({ id, labels }) => ({ id, labels, net: true as const }))];
}

/** The row of a missing kind: in the scale's own words where exactly one of its missing answers has the kind. */
export function missingRow(kind: MissingKind, scale: ResponseScale | undefined): TableLabel {
  const declared = scale?.missing.filter((one) => one.kind === kind) ?? [];
  const [only] = declared;
  return {
    id: `kind:${kind}`,
    labels: declared.length === 1 && only !== undefined ? only.labels : kindLabels[kind],
    missing: kind,
  };
}

/** Groups of a split variable, in the order of its scale. */
export function groupLabels(variable: Variable | undefined): readonly TableLabel[] {
  return variable?.scale?.categories.map(({ id, labels }) => ({ id, labels })) ?? [];
}
