import type { ResolvedIndicator, Variable } from '../../model/codebook';
import type { IndicatorDeclaration } from '../../model/declarations';
import { resolveIndicator } from '../../model/indicators';
import { labelIn } from '../../model/labels';
import type { Place } from '../../syntax/entry';
import { type FilePlace, locate } from '../../workspace';
import { type Page, shareTables } from '../page';
import { indicatorBase, variableBase } from '../readings/bases';
import { type DerivedReading, derivedReading, indicatorReading } from '../readings/definitions';
import { closed, textIn } from '../readings/texts';
import { type Published, publishedNotes } from './published';
import { tablePreview } from './tables';
import type { EntryPreview, TablePreview } from './types';

/** A question or derived variable as its reader sees it. */
export function variableEntry(page: Page, variable: Variable): EntryPreview {
  const { codebook, language, words } = page;
  const { declaration, name, labels } = variable;
  const subject = { kind: declaration.kind, id: name };
  const shares = shareTables(page, subject);
  const reading =
    declaration.kind === 'question'
      ? textIn(codebook, declaration.text, language)
      : readingText(derivedReading(codebook, declaration, language, words));
  return {
    kind: declaration.kind,
    id: name,
    label: labelIn(labels, language, name),
    description: reading,
    base: variableBase(codebook, variable, words),
    place: placeOf(page, declaration.place),
    tables: withPublished(
      shares.map((table) => tablePreview(page, table)),
      publishedNotes(page, subject),
    ),
    ...noteOf(shares.length > 0 ? undefined : whyNoTable(page, variable)),
  };
}

function readingText({ lead, parts, rule }: DerivedReading): string {
  return [lead, ...(parts.length === 0 ? [] : [closed(parts.join('; '))]), rule].filter((part) => part !== '').join(' ');
}

/** Without data the state at the top says why there are no numbers; with data, what can't be tabulated says so itself. */
function whyNoTable({ snapshot, codebook, words }: Page, { type }: Variable): string | undefined {
  if (type?.kind === 'text' || type?.kind === 'date') return words.noTable[type.kind];
  return snapshot.data.get(codebook.file)?.kind === 'ready' ? words.noTable.broken : undefined;
}

export function indicatorEntry(page: Page, declaration: IndicatorDeclaration): EntryPreview {
  const { codebook, language, words } = page;
  const id = declaration.id.text;
  const resolved = resolveIndicator(codebook, declaration);
  const shares = shareTables(page, { kind: 'indicator', id });
  const hasData = page.snapshot.data.get(codebook.file)?.kind === 'ready';
  const why = hasData && shares.length === 0 ? noNumbers(page, resolved) : undefined;
  return {
    kind: 'indicator',
    id,
    label: labelIn(resolved.labels, language, id),
    description: indicatorReading(codebook, resolved, words),
    base: indicatorBase(codebook, resolved, words),
    place: placeOf(page, declaration.place),
    tables: withPublished(
      shares.map((table) => tablePreview(page, table)),
      publishedNotes(page, { kind: 'indicator', id }),
    ),
    ...noteOf(why, textIn(codebook, declaration.note, language)),
  };
}

function noNumbers({ words }: Page, { base }: ResolvedIndicator): string {
  return base === undefined ? words.noTable.base : words.noTable.broken;
}

/** What concerns every table of an entry stands under the last one. */
function withPublished(tables: readonly TablePreview[], { warnings, notes }: Published): readonly TablePreview[] {
  return tables.map((table, at) =>
    at < tables.length - 1
      ? table
      : { ...table, notes: [...table.notes, ...notes], ...(warnings.length === 0 ? {} : { warnings }) },
  );
}

function noteOf(...notes: readonly (string | undefined)[]): Pick<EntryPreview, 'note'> {
  const note = notes.filter((one) => one !== undefined && one !== '').join(' ');
  return note === '' ? {} : { note };
}

function placeOf({ snapshot, codebook }: Page, place: Place): FilePlace {
  return locate(snapshot, place) ?? { file: codebook.file, span: { start: 0, end: 0 } };
}
