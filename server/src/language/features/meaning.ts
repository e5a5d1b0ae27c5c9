import { bind } from '../model/bind';
import type { Codebook, Use } from '../model/codebook';
import { usesNamed } from '../model/use-index';
import type { Place } from '../syntax/entry';
import { codebookFiles, codebookOf, type FilePlace, locate, type Snapshot, startIn } from '../workspace';
import type { NameAt } from './name-at';

/** A use in the own file of a codebook that gives it its meaning. */
export interface MeantUse {
  readonly codebook: Codebook;
  readonly use: Use;
}

/** Where what a name stands for is declared, imported files first; none for a file, and for a `yes` that no scale spells out. */
function declaredPlaces(codebook: Codebook, use: Use): readonly Place[] {
  const binding = bind(codebook, use);
  return binding.kind === 'found' ? binding.to.places : [];
}

/** Every use that stands for what a name stands for, in all files that can see it, in their order. */
export function usesMeaning(snapshot: Snapshot, { codebook, use }: NameAt): readonly MeantUse[] {
  if (use.kind === 'file') return importsOf(snapshot, codebook, use);
  const meant = declaredPlaces(codebook, use);
  return codebooksWith(snapshot, meant).flatMap((other) =>
    declaredPlaces(other, use).some((place) => meant.includes(place))
      ? usesNamed(other, use).map((one) => ({ codebook: other, use: one }))
      : [],
  );
}

/** The codebooks that can see one of some declarations, in the order of their files. */
export function codebooksWith(snapshot: Snapshot, declared: readonly Place[]): readonly Codebook[] {
  const homes = declared.flatMap((place) => locate(snapshot, place)?.file ?? []);
  if (homes.length === 0) return [];
  return codebookFiles(snapshot).flatMap((file) => {
    const codebook = codebookOf(snapshot, file);
    return codebook !== undefined && homes.some((home) => codebook.files.includes(home)) ? [codebook] : [];
  });
}

/** A file is named by a different path from each folder. */
function importsOf(snapshot: Snapshot, codebook: Codebook, use: Use): readonly MeantUse[] {
  const binding = bind(codebook, use);
  const target = binding.kind === 'found' ? binding.to.file : undefined;
  if (target === undefined) return [];
  return codebookFiles(snapshot).flatMap((file) => {
    const other = codebookOf(snapshot, file);
    const leading =
      other?.imports.filter((one) => (one.kind === 'found' || one.kind === 'cyclic') && one.file === target) ?? [];
    return leading.flatMap(({ declaration: { path } }) =>
      other === undefined
        ? []
        : [{ codebook: other, use: { kind: 'file' as const, name: path.text, place: path.place, declares: false } }],
    );
  });
}

/** Where a use stands now. */
export function placeOfUse(snapshot: Snapshot, { codebook: { file }, use: { place } }: MeantUse): FilePlace | undefined {
  const syntax = snapshot.files.get(file);
  const start = syntax === undefined ? undefined : startIn(syntax, place.entry);
  return start === undefined ? undefined : { file, span: { start: start + place.span.start, end: start + place.span.end } };
}
