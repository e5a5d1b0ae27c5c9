import { bind } from '../../model/bind';
import type { Codebook, Use } from '../../model/codebook';
import type { AnyDeclaration } from '../../model/declarations';
import { resolveIndicator } from '../../model/indicators';
import { labelIn, labelsOf } from '../../model/labels';
import { readDeclarations } from '../../model/read';
import { usesIn } from '../../model/uses';
import type { Place } from '../../syntax/entry';
import { type Span, shift } from '../../text/span';
import { codebookOf, locate, type Snapshot, startIn } from '../../workspace';
import { type MeantUse, placeOfUse, usesMeaning } from '../meaning';
import { nameAt } from '../name-at';
import type { LineageItem, LineageKind, LineageStep } from './types';

/**
 * What is declared or used at an offset, as a node of the lineage: scale, question, derived variable, indicator, figure. An item
 * stands for its question, an answer for its scale or variable; inside a declaration, what is declared.
 */
export function lineageAt(snapshot: Snapshot, file: string, offset: number): LineageItem | undefined {
  const name = nameAt(snapshot, file, offset);
  if (name === undefined) return undefined;
  const { codebook, use } = name;
  const whole = use.owner === undefined ? use : ownerUse(use, use.owner);
  const place = whole.declares ? whole.place : declaredAt(codebook, whole);
  return place === undefined ? undefined : itemOf(snapshot, codebook, place);
}

/** What names an item: the derived variables and routed questions of a question, the indicators of those, the figures of these. */
export function restingOn(snapshot: Snapshot, item: LineageItem): readonly LineageStep[] {
  const name = nameAt(snapshot, item.file, item.nameSpan.start);
  if (name === undefined || name.use.name !== item.name) return [];
  return grouped(
    usesMeaning(snapshot, name).flatMap((meant) => {
      const user = userOf(snapshot, meant);
      const place = placeOfUse(snapshot, meant);
      return user === undefined || place === undefined ? [] : [{ item: user, place: place.span }];
    }),
  );
}

/** What an item names: the indicator of a figure, the variables of an indicator, the questions of a derived variable, the scale of a question. */
export function restsOn(snapshot: Snapshot, item: LineageItem): readonly LineageStep[] {
  const codebook = codebookOf(snapshot, item.file);
  const name = nameAt(snapshot, item.file, item.nameSpan.start);
  if (codebook === undefined || name === undefined || name.use.name !== item.name) return [];
  const { entry } = name.use.place;
  const declaration = declarationOf(name.use.place);
  const syntax = snapshot.files.get(item.file);
  const start = syntax === undefined ? undefined : startIn(syntax, entry);
  if (declaration === undefined || start === undefined) return [];
  return grouped(
    [...usesIn(codebook, entry)].sort(inText).flatMap((use) => {
      if (use.declares || !isNode(use) || !isInside(use, declaration)) return [];
      const place = declaredAt(codebook, use);
      const target = place === undefined ? undefined : itemOf(snapshot, codebook, place);
      return target === undefined ? [] : [{ item: target, place: shift(use.place.span, start) }];
    }),
  );
}

function inText(one: Use, other: Use): number {
  return one.place.span.start - other.place.span.start;
}

function ownerUse({ place }: Use, { kind, id }: NonNullable<Use['owner']>): Use {
  return { kind, name: id, place, declares: false };
}

/** The declaration that counts where there are several. */
function declaredAt(codebook: Codebook, use: Use): Place | undefined {
  const binding = bind(codebook, use);
  return binding.kind === 'found' ? binding.to.places[0] : undefined;
}

function isNode({ kind }: Use): boolean {
  return kind === 'variable' || kind === 'scale' || kind === 'indicator' || kind === 'frame';
}

function isInside({ place: { span } }: Use, { place }: AnyDeclaration): boolean {
  return place.span.start <= span.start && span.end <= place.span.end;
}

function declarationOf(name: Place): AnyDeclaration | undefined {
  return readDeclarations(name.entry).declarations.find(({ id }) => id?.place.span.start === name.span.start);
}

/** The declaration that a use stands in. The header and the tests are no part of the lineage. */
function userOf(snapshot: Snapshot, { codebook, use }: MeantUse): LineageItem | undefined {
  if (use.declares) return undefined;
  const user = readDeclarations(use.place.entry).declarations.find((declaration) => isInside(use, declaration));
  return user?.id === undefined ? undefined : itemOf(snapshot, codebook, user.id.place);
}

function itemOf(snapshot: Snapshot, codebook: Codebook, name: Place): LineageItem | undefined {
  const declaration = declarationOf(name);
  const kind = declaration === undefined ? undefined : kindOf(declaration);
  const at = locate(snapshot, name);
  if (declaration === undefined || declaration.id === undefined || kind === undefined || at === undefined) return undefined;
  const by = at.span.start - name.span.start;
  return {
    kind,
    name: declaration.id.text,
    label: labelOf(codebook, declaration),
    file: at.file,
    span: shift(declaration.place.span, by),
    nameSpan: at.span,
  };
}

function kindOf({ kind }: AnyDeclaration): LineageKind | undefined {
  return kind === 'stage' || kind === 'test' ? undefined : kind;
}

/** An indicator of one variable has that variable's label where it has none of its own. */
function labelOf(codebook: Codebook, declaration: AnyDeclaration): string {
  if (declaration.kind === 'test') return '';
  const texts = [declaration.label, declaration.kind === 'question' ? declaration.text : undefined];
  const labels =
    declaration.kind === 'indicator' ? resolveIndicator(codebook, declaration).labels : labelsOf(texts, codebook.languages);
  const [language = ''] = codebook.languages;
  return labelIn(labels, language, '').replace(/\s+/g, ' ').trim();
}

/** One step for each declaration, with all its places, in the order in which they were met. */
function grouped(found: readonly { readonly item: LineageItem; readonly place: Span }[]): readonly LineageStep[] {
  const steps = new Map<string, { readonly item: LineageItem; readonly places: Span[] }>();
  for (const { item, place } of found) {
    const key = `${item.file} ${item.nameSpan.start}`;
    const step = steps.get(key);
    if (step === undefined) steps.set(key, { item, places: [place] });
    else step.places.push(place);
  }
  return [...steps.values()];
}
